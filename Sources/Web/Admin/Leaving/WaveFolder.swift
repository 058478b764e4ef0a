import Core
import Foundation
import Surveys

/// What the folder of a wave is called in an export: its year, its title and the end of its address, in letters that every
/// disk takes.
struct WaveFolder {
    let name: String

    static let longest = 80

    init(_ wave: Wave) {
        // When an imported one was opened nobody knows.
        let day = wave.isImported ? wave.closesOn : wave.openedOn ?? wave.opensOn ?? wave.closesOn
        let (year, end) = ("\(day.year)", wave.slug)
        let room = Self.longest - year.count - end.count - 2
        let title = Self.words(in: wave.title).reduce("") { text, word in
            let longer = text.isEmpty ? word : [text, word].joined(separator: "-")
            return longer.count <= room ? longer : text.isEmpty ? String(word.prefix(room)) : text
        }
        name = [year, title, end].filter { !$0.isEmpty }.joined(separator: "-")
    }

    /// Words of a to z and 0 to 9; a letter with an accent is that letter.
    private static func words(in title: String) -> [String] {
        let plain = title.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark
        }
        let lower = String(String.UnicodeScalarView(plain)).lowercased()
        return lower.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    }
}
