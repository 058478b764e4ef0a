/// Which pages a workbook has, and where what belongs to them lies in it.
struct WorkbookOutline {
    private(set) var pages: [WorkbookFile.Page] = []
    private(set) var texts = "xl/sharedStrings.xml"
    private(set) var formats = "xl/styles.xml"
    private(set) var countsFrom1904 = false

    init(_ folder: PackedFolder, _ allowance: Unpacking.Allowance) throws(WorkbookFault) {
        let whole = try Self.relations(of: "", folder, allowance).first { $0.kind == "officeDocument" }?.target
        let book = whole ?? "xl/workbook.xml"
        guard let markup = try folder.markup(book, allowance) else { throw .isOtherWorkbook }
        let relations = try Self.relations(of: book, folder, allowance)
        for relation in relations {
            if relation.kind == "sharedStrings" { texts = relation.target }
            if relation.kind == "styles" { formats = relation.target }
        }
        let parts = Dictionary(
            relations.filter { $0.kind == "worksheet" }.map { ($0.id, $0.target) }
        ) { first, _ in first }
        var event = try markup.next()
        while event != .end {
            if event == .open("workbookPr") { countsFrom1904 = ["1", "true"].contains(markup.attribute("date1904")) }
            if event == .open("sheet"), let part = markup.attribute("id").flatMap({ parts[$0] }) {
                let isHidden = ["hidden", "veryHidden"].contains(markup.attribute("state") ?? "")
                pages.append(.init(name: markup.attribute("name") ?? "", isHidden: isHidden, part: part))
            }
            event = try markup.next()
        }
        guard !pages.isEmpty else { throw .hasNoSheet }
    }

    private typealias Relation = (id: String, kind: String, target: String)

    /// What a part of the workbook refers to, by what it calls that.
    private static func relations(
        of part: String, _ folder: PackedFolder, _ allowance: Unpacking.Allowance
    ) throws(WorkbookFault) -> [Relation] {
        let place = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let (base, name) = (part[..<place], part[place...])
        guard let markup = try folder.markup("\(base)_rels/\(name).rels", allowance) else { return [] }
        var (found, event) = ([Relation](), try markup.next())
        while event != .end {
            if event == .open("Relationship"), let id = markup.attribute("Id"), let type = markup.attribute("Type"),
                let target = markup.attribute("Target")
            {
                let kind = type.split(separator: "/").last.map(String.init) ?? ""
                found.append((id, kind, path(target, from: base)))
            }
            event = try markup.next()
        }
        return found
    }

    /// From the top where it begins with a slash, else from where it stands.
    private static func path(_ target: String, from base: Substring) -> String {
        var parts = target.hasPrefix("/") ? [] : base.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
