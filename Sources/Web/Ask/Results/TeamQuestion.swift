/// One of the five questions with which a team talks about its results.
struct TeamQuestion {
    let name: String
    let text: String

    private static let keys = ["recognise", "explain", "keep", "change", "solve"]

    static func all(_ say: Speech) -> [TeamQuestion] {
        keys.map { TeamQuestion(name: say("sheet.\($0)"), text: say("sheet.\($0)_text")) }
    }
}
