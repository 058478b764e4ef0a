import Core
import Surveys

/// The last part of an address of a wave, as somebody copied it from a card.
struct CardAddress {
    let slug: String

    init(_ typed: String) throws(Refusal) {
        let text = typed.trimmed.lowercased()
        guard !text.isEmpty else { throw .isEmpty }
        guard EntryCode(text) == nil else { throw .isCode }
        let last = text.split(separator: "#").first?.split(separator: "/").last.map(String.init) ?? ""
        guard (1...40).contains(last.utf8.count), last.utf8.allSatisfy({ $0.isLetterOrDigit }) else {
            throw .isUnknown
        }
        slug = last
    }

    enum Refusal: String, CaseIterable, Core.Refusal {
        case isEmpty = "entrance.card_is_empty"
        case isCode = "entrance.card_is_code"
        case isUnknown = "entrance.card_is_unknown"
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool { (48...57).contains(self) || (97...122).contains(self) }
}
