/// How a sheet is printed: on one page's width, in letters of eleven points that are never made smaller than seven.
enum SheetOnPaper {
    static let smallest = 0.64
    /// In inches.
    static let margin = 0.4
    /// Of A4 on its side, between the margins, in points.
    private static let room = 842 - 2 * 72 * margin

    /// How many letters too many lie beside each other in columns of these widths.
    static func excess(of widths: some Sequence<Int>) -> Int {
        let taken = widths.reduce(0.0) { $0 + points(Double($1) * pixels + edge) }
        return max(0, Int(((taken - room) / points(pixels)).rounded(.up)))
    }

    /// Letters are wider where a machine has not those of Excel: LibreOffice then prints them as small as this says.
    private static let (pixels, edge) = (9.5, 5.0)

    private static func points(_ pixels: Double) -> Double { pixels * 0.75 * smallest }
}
