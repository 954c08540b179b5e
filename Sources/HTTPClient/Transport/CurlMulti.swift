import CCurl

/// libcurl's handle for many transfers at once.
///
/// All but ``wakeUp()`` is called by the curl thread alone, and that one libcurl allows anywhere.
struct CurlMulti: @unchecked Sendable {  // see above: the pointer is never used by two threads
  private let handle: UnsafeMutableRawPointer

  /// Makes a handle that keeps up to `connections` open; libcurl by itself would keep four times
  /// as many as are in use at the moment, and so close most of them between two bursts.
  init(keeping connections: Int) {
    guard let handle = curl_multi_init() else { preconditionFailure("out of memory") }
    self.handle = handle
    mlcatalog_curl_multi_set_long(handle, CURLMOPT_MAXCONNECTS, connections)
  }

  func add(_ transfer: CurlTransfer) { curl_multi_add_handle(handle, transfer.handle) }

  func remove(_ transfer: CurlTransfer) { curl_multi_remove_handle(handle, transfer.handle) }

  /// Does whatever can be done without waiting.
  func perform() {
    var running: Int32 = 0
    curl_multi_perform(handle, &running)
  }

  /// The next transfer that has come to its end.
  func nextResult() -> (easy: UnsafeMutableRawPointer, code: CURLcode)? {
    var remaining: Int32 = 0
    while let message = curl_multi_info_read(handle, &remaining) {
      if message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle {
        return (easy, mlcatalog_curl_message_result(message))
      }
    }
    return nil
  }

  /// Sleeps until a socket is ready, a timer of libcurl is due, or somebody wakes it up.
  func wait() { curl_multi_poll(handle, nil, 0, 60_000, nil) }

  func wakeUp() { curl_multi_wakeup(handle) }

  /// Closes the kept connections.
  func close() { curl_multi_cleanup(handle) }
}
