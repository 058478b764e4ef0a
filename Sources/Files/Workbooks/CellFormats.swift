import Foundation

/// How the numbers of cells are shown: which of them are days.
struct CellFormats {
    /// What a number is to whoever looks at it.
    enum Kind: Equatable { case number, day, dayAndTime, time }

    private var kinds: [Kind] = []
    private let countsFrom1904: Bool

    init(
        _ folder: PackedFolder, _ part: String, _ allowance: Unpacking.Allowance, countsFrom1904: Bool
    ) throws(WorkbookFault) {
        self.countsFrom1904 = countsFrom1904
        guard let markup = try folder.markup(part, allowance) else { return }
        var (own, isOfCells, event) = ([Int: Kind](), false, try markup.next())
        while event != .end {
            switch event {
            case .open("numFmt"):
                if let id = markup.attribute("numFmtId").flatMap({ Int($0) }), let code = markup.attribute("formatCode")
                {
                    own[id] = Self.kind(of: code)
                }
            case .open("cellXfs"): isOfCells = true
            case .close("cellXfs"): isOfCells = false
            case .open("xf") where isOfCells:
                let id = markup.attribute("numFmtId").flatMap { Int($0) } ?? 0
                kinds.append(own[id] ?? Self.builtIn(id))
            default: break
            }
            event = try markup.next()
        }
    }

    /// A number as people read it: 4 and not 4.0, 2026-11-05 and not 46331.
    func text(of raw: String, style: Int?) -> String {
        guard let number = Double(raw), number.isFinite else { return raw }
        let kind = style.flatMap { kinds.indices.contains($0) ? kinds[$0] : nil } ?? .number
        let seconds = (number * 86_400).rounded()
        // Beyond these no day can be shown.
        guard kind != .number, seconds >= 0, seconds < 2_958_466 * 86_400 else { return plain(number) }
        let (days, time) = Int(seconds).quotientAndRemainder(dividingBy: 86_400)
        let clock = String(format: "%02d:%02d", time / 3_600, time % 3_600 / 60)
        switch kind {
        case .number: return plain(number)
        case .time: return clock
        case .day: return day(days)
        case .dayAndTime: return time == 0 ? day(days) : day(days) + " " + clock
        }
    }

    private func plain(_ number: Double) -> String {
        // Fifteen digits are what the program that wrote it works with: 0.1 + 0.2 is 0.3.
        let short = Double(String(format: "%.15g", number)) ?? number
        return short == short.rounded() && abs(short) < 1e15 ? String(Int(short)) : "\(short)"
    }

    /// Counted from 1 January 1900, of which February has 29 days there, or from 1904.
    private func day(_ days: Int) -> String {
        let since1970 = countsFrom1904 ? days - 24_107 : (days < 60 ? days - 25_568 : days - 25_569)
        return Self.written(since1970)
    }

    private static func written(_ since1970: Int) -> String {
        var (seconds, day) = (time_t(since1970) * 86_400, tm())
        gmtime_r(&seconds, &day)
        return String(format: "%04d-%02d-%02d", Int(day.tm_year) + 1900, day.tm_mon + 1, day.tm_mday)
    }

    private static func builtIn(_ id: Int) -> Kind {
        switch id {
        case 14...17, 27...31, 34...36, 50...58: .day
        case 18...21, 32...33, 45...47: .time
        case 22: .dayAndTime
        default: .number
        }
    }

    /// By the letters of a format, without its words, colours and conditions: "dd-mm-jjjj", but not "0,00 \"dagen\"".
    private static func kind(of code: String) -> Kind {
        let first = code.lowercased().prefix { $0 != ";" }
        let letters = String(first).replacing(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./, with: "").replacing("am/pm", with: "")
        let hasDay =
            letters.contains { "dyj".contains($0) }
            || (letters.contains("m") && !letters.contains("h") && !letters.contains("s"))
        let hasTime = letters.contains { "hsu".contains($0) }
        if letters.contains("general") || letters.contains("standaard") { return .number }
        return hasDay ? (hasTime ? .dayAndTime : .day) : hasTime ? .time : .number
    }
}
