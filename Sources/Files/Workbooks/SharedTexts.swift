/// The texts of a workbook, which its cells name by number.
struct SharedTexts {
    private(set) var all: [String] = []

    /// More than a list of people has.
    static let mostBytes = 100 << 20

    init(
        _ folder: PackedFolder, _ part: String, _ allowance: Unpacking.Allowance, mostBytes: Int = Self.mostBytes
    ) throws(WorkbookFault) {
        guard let markup = try folder.markup(part, allowance) else { return }
        var (text, bytes) = (CellText(), 0)
        while true {
            let event = try markup.next()
            switch event {
            case .end: return
            case .open("si"): text = CellText()
            case .close("si"):
                bytes += text.whole.utf8.count + 16
                guard bytes <= mostBytes else { throw .isTooLarge }
                all.append(text.whole)
            default: try text.take(event)
            }
        }
    }
}

/// The letters of a cell, in parts where some are bold; without how a name is pronounced.
struct CellText {
    private var text = ""
    private var isText = false
    private var isAside = false

    /// A cell has at most so many bytes: some thirty times what a spreadsheet takes.
    static let mostBytes = 1 << 20

    mutating func take(_ event: MarkupReader.Event) throws(WorkbookFault) {
        switch event {
        case .open("t"): isText = true
        case .close("t"): isText = false
        case .open("rPh"): isAside = true
        case .close("rPh"): isAside = false
        case .text(let more) where isText && !isAside:
            text += more
            guard text.utf8.count <= Self.mostBytes else { throw .isTooLarge }
        default: break
        }
    }

    /// Signs that XML cannot hold are spelled "_x000D_".
    var whole: String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { found in
            UInt32(found.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(found.0)
        }
    }
}
