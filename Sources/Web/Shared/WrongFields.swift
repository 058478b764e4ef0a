import Core

/// What is wrong with a form, field by field: for beside the field, and for the summary above it.
struct WrongFields: Error {
    private(set) var all: [(field: String, problem: Problem)] = []

    var isEmpty: Bool { all.isEmpty }

    init() {}

    init(_ field: String, _ refusal: any Refusal) {
        add(field, refusal)
    }

    init(_ field: String, _ problem: Problem) {
        all = [(field, problem)]
    }

    mutating func add(_ field: String, _ problem: Problem) {
        all.append((field, problem))
    }

    mutating func add(_ field: String, _ refusal: any Refusal) {
        all.append((field, Problem(refusal.key)))
    }

    /// Notes what the rule refuses; anything else that it throws goes on.
    mutating func check(_ field: String, _ rule: () throws -> Void) throws {
        do { try rule() } catch let refusal as any Refusal { add(field, refusal) }
    }

    func throwIfAny() throws(WrongFields) {
        if !isEmpty { throw self }
    }

    /// `wrong.FIELD` holds the first complaint of a field, `problems` all of them in the order of the form.
    func values(_ say: Speech) -> [String: Any] {
        let wrong = all.reduce(into: [String: String]()) { texts, one in
            texts[one.field] = texts[one.field] ?? say(one.problem).besideField
        }
        return [
            "wrong": wrong, "has_problems": !all.isEmpty,
            "problems": all.map { ["field": $0.field, "text": say($0.problem)] },
        ]
    }
}

extension String {
    /// Beside a field a text follows "Fout:", and so goes on in small letters.
    var besideField: String { prefix(1).lowercased() + dropFirst() }
}

extension Page {
    /// The page with what is wrong on it.
    func with(_ wrong: WrongFields?, _ say: Speech) -> Page {
        guard let wrong else { return self }
        var page = self
        page.values.merge(wrong.values(say)) { _, new in new }
        return page
    }
}
