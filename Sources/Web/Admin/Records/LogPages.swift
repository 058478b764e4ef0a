/// Where somebody is in a long log: page 1 holds the newest lines, the last page the first line ever.
struct LogPages {
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
    var newer: Int { (page - 1) * each }

    /// Nothing where one page holds all.
    func values(_ say: Speech) -> Any {
        guard last > 1 else { return false }
        let numbers = ["page": "\(page)", "last": "\(last)"]
        return [
            "where": say("admin.log.page", numbers), "newer": page > 1 ? address(of: page - 1) : "",
            "older": page < last ? address(of: page + 1) : "",
        ]
    }

    private func address(of page: Int) -> String { page == 1 ? Paths.log : "\(Paths.log)?page=\(page)" }
}
