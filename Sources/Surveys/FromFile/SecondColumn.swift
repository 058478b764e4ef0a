public import Core

extension FileAccount {
    /// A column of a question of which another one counts.
    public struct SecondColumn: Equatable, Sendable {
        public enum Kind: Sendable {
            /// Both are filled and differ: nobody can know which counts.
            case refused
            /// Where the first is empty, this one counts.
            case joined
            case left
        }

        public let item: String
        /// Its place in the file, and that of the one that counts.
        public let column: Int
        public let counted: Int
        public let kind: Kind

        /// What is told of it, where nothing needs to be asked.
        public func remark(_ headings: [String]) -> Problem {
            let values = [
                "heading": headings[column].cut(to: 80), "letters": FileOutline.letters(of: column),
                "counted": headings[counted].cut(to: 80), "counted_letters": FileOutline.letters(of: counted),
            ]
            return Problem(kind == .joined ? "files.columns_are_joined" : "files.column_is_twice", values)
        }
    }
}
