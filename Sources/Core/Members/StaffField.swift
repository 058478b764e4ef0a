/// What a column of a list of people may say of them; all else is left out.
public enum StaffField: String, CaseIterable, Sendable, Codable {
    case number
    case name, firstName = "first_name", infix, lastName = "last_name"
    case email
    case functionGroup = "function_group"
    /// A unit with those above it, parted by ` > `; or one, by its name.
    case unit
    /// The levels of a unit in columns of their own, from the top down.
    case organisation, location, department, team
    case from, until

    /// The levels that stand in columns of their own, from the top down.
    public static let levels: [StaffField] = [.organisation, .location, .department, .team]
    static let partsOfName: [StaffField] = [.firstName, .infix, .lastName]
}

/// Why a column of a list of people is left out before anybody can choose it: an employer needs none of this to ask how
/// work is going.
public enum RefusedColumn: String, CaseIterable, Sendable, Codable {
    /// The number by which the state knows somebody: in the Netherlands BSN, in Belgium the rijksregisternummer.
    case numberOfTheState = "number_of_the_state"
    case birth
    /// Sickness, absence, care, and the reasons for them.
    case health
    /// Why somebody came, went, is away or works less.
    case reason
}
