import CXlsxWriter
import Files

/// How cells of a workbook look: one format for each kind, which all cells share.
struct SheetFormats {
    let head: UnsafeMutablePointer<lxw_format>?
    /// Beside a long one: at its top, too.
    let plain: UnsafeMutablePointer<lxw_format>?
    /// Goes on below itself where its column ends.
    private let long: UnsafeMutablePointer<lxw_format>?
    private let longFirst: UnsafeMutablePointer<lxw_format>?
    /// Not against the number at its left.
    private let beside: UnsafeMutablePointer<lxw_format>?
    /// For each number of decimals one without a sign, and one for each sign.
    private let numbers: [UnsafeMutablePointer<lxw_format>?]

    private static let decimals = ["0", "0.0", "0.00"]
    private static let signs = [""] + Sheet.Mark.allCases.map { "\"\($0.sign)\"\u{A0}" }

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ change: (UnsafeMutablePointer<lxw_format>?) -> Void) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(workbook)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            change(format)
            return format
        }
        head = format {
            format_set_bold($0)
            format_set_text_wrap($0)
        }
        plain = format { _ in }
        long = format {
            format_set_text_wrap($0)
            format_set_indent($0, 1)
        }
        longFirst = format { format_set_text_wrap($0) }
        beside = format { format_set_indent($0, 1) }
        numbers = Self.decimals.flatMap { decimals in
            Self.signs.map { sign in format { format_set_num_format($0, sign + decimals) } }
        }
    }

    func text(isLong: Bool, isFirst: Bool) -> UnsafeMutablePointer<lxw_format>? {
        isFirst ? (isLong ? longFirst : plain) : isLong ? long : beside
    }

    func number(_ mark: Sheet.Mark?, decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
        let sign =
            switch mark {
            case nil: 0
            case .about: 1
            case .atLeast: 2
            case .atMost: 3
            }
        return numbers[decimals * Self.signs.count + sign]
    }
}
