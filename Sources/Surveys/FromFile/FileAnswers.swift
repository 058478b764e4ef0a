public import Core
public import Files
public import Methods

/// What people answered according to a file that another program wrote: a row each, a byte an item.
public struct FileAnswers: Sendable {
    /// The questionnaire, with those themes only of which the file holds every item.
    public let instrument: Instrument
    /// For each row the bytes of its items, one after another, in the order of the instrument.
    let bytes: [UInt8]
    /// For each row the place of its unit among `paths`, or -1.
    let units: [Int32]
    /// The units that the file names, as paths.
    public let paths: [[String]]
    public let account: FileAccount

    public var rows: Int { units.count }
    var width: Int { instrument.items.count }

    /// A file of more is no survey of one organisation.
    public static let mostRows = 2_000_000
    public static let largest = 400_000_000
    static let mostUnits = 10_000

    /// Reads all of it, or says everything that keeps it from being read.
    ///
    /// - Parameters:
    ///   - file: its bytes.
    ///   - name: what problems call it.
    ///   - instrument: the questionnaire that it answers.
    ///   - map: what somebody says of its columns.
    ///   - units: the heading of the column with units, where that is not said by the map.
    ///   - words: what files write for no answer, and for a row that adds up the others.
    public init(
        _ file: [UInt8], name: String, of instrument: Instrument, map: ColumnMap, units: String?,
        words: FileWords
    ) throws(Problems) {
        self = try FileLook(file, name: name, of: instrument, map: map, units: units, words: words).answers.get()
    }

    init(
        _ instrument: Instrument, bytes: [UInt8], units: [Int32], paths: [[String]], account: FileAccount
    ) {
        self.instrument = instrument
        self.bytes = bytes
        self.units = units
        self.paths = paths
        self.account = account
    }
}

/// What was understood of a file, and what was left out: nothing of it is about one person.
public struct FileAccount: Equatable, Sendable {
    public var encoding = TextEncoding.utf8
    /// The sign between its cells.
    public var delimiter: Character = ";"
    /// Rows that count, also those without an answer.
    public var rows = 0
    public var items: [Column] = []
    public var unitsHeading: String?
    public var rowsWithoutUnit = 0
    /// Texts in the column of units that were taken for no unit.
    public var noUnitTexts: [String] = []
    /// Columns of questions that another column holds as well.
    public var seconds: [SecondColumn] = []
    /// Headings of columns that nothing was read from.
    public var leftOut: [String] = []
    /// Themes of which the file lacks a question.
    public var lackingThemes: [Theme] = []
    /// Themes of which the file does not tell who was asked them, with the question that decides on that; without one it
    /// is the staff group that decides.
    public var untoldThemes: [Theme] = []
    /// Questions whose answers run against the rest of their theme.
    public var contrary: [Theme] = []
    /// What was assumed, and what somebody should look at.
    public var remarks: [Problem] = []

    public struct Theme: Equatable, Sendable {
        public let theme: String
        /// The ids of the questions of which this is told.
        public let items: [String]
    }
}
