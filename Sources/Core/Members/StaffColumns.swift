/// Which column of a list of people says what: found by its heading, or chosen by somebody.
public struct StaffColumns: Equatable, Sendable {
    public private(set) var places: [StaffField: Int] = [:]

    public init(_ places: [StaffField: Int] = [:]) { self.places = places }

    public subscript(field: StaffField) -> Int? {
        get { places[field] }
        set { places[field] = newValue }
    }

    /// By what was chosen for a column of this heading before, then by what programs call them; a column says one thing.
    public init(_ headings: [String], _ words: StaffWords, remembered: [StaffField: String] = [:]) {
        let plain = headings.map(Self.plain)
        var taken: Set<Int> = []
        for field in StaffField.allCases {
            guard let heading = remembered[field].map(Self.plain), !heading.isEmpty,
                let place = plain.firstIndex(of: heading), taken.insert(place).inserted
            else { continue }
            places[field] = place
        }
        // What somebody chose to leave out is remembered by none being chosen: others are found as if it was not there.
        for field in StaffField.allCases where places[field] == nil {
            let found = (words.headings[field] ?? []).lazy.compactMap { heading in
                plain.indices.first { plain[$0] == heading && !taken.contains($0) }
            }.first
            guard let found else { continue }
            taken.insert(found)
            places[field] = found
        }
        settle()
    }

    /// What would say the same twice: a whole name beside its parts, a path beside its levels.
    private mutating func settle() {
        if places[.name] != nil, places[.lastName] != nil {
            places[.name] = nil
        } else if places[.lastName] == nil, places[.name] != nil {
            for part in StaffField.partsOfName { places[part] = nil }
        }
        if places[.unit] != nil { for level in StaffField.levels { places[level] = nil } }
    }

    /// How many fields the headings of a row say, which tells the row of headings from one above it.
    static func fields(in headings: [String], _ words: StaffWords) -> Int {
        StaffColumns(headings, words).places.count
    }

    public var saysName: Bool { places[.name] != nil || places[.lastName] != nil }

    /// Small letters and digits, and one space for all else: "E-mail (werk)" and "e mail werk" are the same.
    static func plain(_ heading: String) -> String {
        var (plain, isApart) = ("", false)
        for sign in heading.lowercased().unicodeScalars {
            guard sign.properties.isAlphabetic || ("0"..."9").contains(sign) else { isApart = true; continue }
            if isApart, !plain.isEmpty { plain.append(" ") }
            isApart = false
            plain.unicodeScalars.append(sign)
        }
        return plain
    }
}

extension RefusedColumn {
    /// By a word of its heading, or by what stands in it: where half of the filled cells or more are numbers of the state.
    init?(heading: String, cells: some Sequence<String>, _ words: StaffWords) {
        if let found = words.refusal(of: heading) { self = found; return }
        var (filled, ofTheState) = (0, 0)
        for cell in cells where !cell.trimmed.isEmpty {
            filled += 1
            if cell.isNumberOfTheState { ofTheState += 1 }
        }
        guard ofTheState > 0, 2 * ofTheState >= filled else { return nil }
        self = .numberOfTheState
    }
}
