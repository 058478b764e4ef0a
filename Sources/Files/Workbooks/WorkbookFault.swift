/// Why a file cannot be read as a workbook.
public enum WorkbookFault: Error, Equatable, Sendable {
    /// Not packed as a workbook is, cut off, or changed on the way.
    case isBroken
    /// A password lies on it.
    case isLocked
    /// A workbook of before 2007, or of another program.
    case isOldWorkbook, isOtherWorkbook
    /// It unpacks into more than anybody's list of people.
    case isTooLarge
    case hasNoSheet
}
