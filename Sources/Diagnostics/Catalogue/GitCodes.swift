extension DiagnosticCode {
  /// There is no `git`.
  public static let gitNotFound = DiagnosticCode(rawValue: "MLC842")
  /// The working directory is in no repository that Git reads.
  public static let notARepository = DiagnosticCode(rawValue: "MLC843")
  /// `--against` names no commit.
  public static let unknownCommit = DiagnosticCode(rawValue: "MLC844")
  /// The clone does not reach back to where the histories part.
  public static let incompleteHistory = DiagnosticCode(rawValue: "MLC845")
  /// Git failed.
  public static let gitFailed = DiagnosticCode(rawValue: "MLC846")
}

extension DiagnosticCatalogue {
  /// MLC84x: the repository that `--against` reads.
  static let git: [DiagnosticEntry] = [
    DiagnosticEntry(
      .gitNotFound, .error, title: "There is no git",
      cause: "--against reads commits by the program git, which is in no folder of PATH.",
      example: """
        docker run --rm slim-image mlcatalog publish --check --against origin/main
        """,
      remedy: "Install git where the check runs, or leave --against out."),
    DiagnosticEntry(
      .notARepository, .error, title: "The working directory is in no repository that Git reads",
      cause: """
        --against compares with a commit of the repository that the working directory lies in. \
        There is none, it has no work tree, or it belongs to another user and Git does not trust \
        it, as in containers that run as root.
        """,
      example: """
        detected dubious ownership in repository at '/builds/team/models'
        """,
      remedy: """
        Run the check in the repository. One of another user is trusted with: git config --global \
        --add safe.directory /builds/team/models
        """),
    DiagnosticEntry(
      .unknownCommit, .error, title: "No commit of that name",
      cause: """
        --against takes a branch, a tag, a hash or an expression such as HEAD~3. A clone in CI \
        often has neither other branches nor older commits.
        """,
      example: """
        mlcatalog publish --check --against origin/main
        """,
      remedy: """
        Fetch what is missing: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 in GitLab, \
        fetchDepth: 0 in Azure Pipelines, or git fetch --unshallow.
        """),
    DiagnosticEntry(
      .incompleteHistory, .error, title: "The histories do not meet in this clone",
      cause: """
        A pull request is compared with the commit where its branch left the other one. A shallow \
        clone may lack that commit, one made with --filter its files, and unrelated branches have \
        none.
        """,
      example: """
        git clone --depth 1 …; git fetch --depth 1 origin main
        """,
      remedy: """
        Fetch the whole history: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 in GitLab, \
        fetchDepth: 0 in Azure Pipelines, or git fetch --unshallow.
        """),
    DiagnosticEntry(
      .gitFailed, .error, title: "Git failed",
      cause: """
        A command of git ended with an error, took more than 30 seconds or listed more files than \
        are read: the repository is damaged, or far too large.
        """,
      example: """
        fatal: bad object HEAD
        """,
      remedy: "Look at what git fsck says of the repository."),
  ]
}
