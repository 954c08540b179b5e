import RegisteredModels
import Testing

struct DatasetInputTests {
  @Test(
    "A dataset counts as training data unless its context says otherwise",
    arguments: [
      (nil, true), ("", true), ("train", true), ("Training", true), ("eval", false),
      ("validation", false),
    ] as [(String?, Bool)])
  func context(_ context: String?, _ isForTraining: Bool) {
    let dataset = DatasetInput(
      name: "orders", digest: "", context: context, source: .table(["orders"], isCertain: true),
      origin: "mlflow:runs:/1#inputs")
    #expect(dataset.isForTraining == isForTraining)
  }
}
