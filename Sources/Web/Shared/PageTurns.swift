/// Where somebody is in a long list: page 1 holds its beginning.
struct PageTurns {
    let page: Int
    let last: Int
    private let each: Int

    /// A page that is not there is the nearest one.
    init(lines: Int, each: Int, asked: String?) {
        self.each = each
        last = max(1, (lines + each - 1) / each)
        page = min(max(asked.flatMap { Int($0) } ?? 1, 1), last)
    }

    /// How many lines stand on pages before this one.
    var skipped: Int { (page - 1) * each }

    /// Nothing where one page holds all.
    ///
    /// - Parameters:
    ///   - address: of page 1, with what was searched for.
    ///   - key: under which the words for turning stand.
    func values(at address: String, _ key: String, _ say: Speech) -> Any {
        guard last > 1 else { return false }
        let (numbers, sign) = (["page": "\(page)", "last": "\(last)"], address.contains("?") ? "&" : "?")
        func path(_ page: Int) -> String { page == 1 ? address : "\(address)\(sign)page=\(page)" }
        return [
            "where": say("\(key).page", numbers), "back": page > 1 ? path(page - 1) : "",
            "on": page < last ? path(page + 1) : "", "back_name": say("\(key).back"), "on_name": say("\(key).on"),
            "name": say("\(key).pages"),
        ]
    }
}
