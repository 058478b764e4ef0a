/// Somebody who works here: what an organisation has to know to ask, to invite, and to say who does what. Nothing
/// anonymous refers to a member.
public struct Member: Equatable, Sendable {
    public typealias ID = Person.ID

    /// In which unit somebody works, from the first day to the last; both may be unknown.
    public struct Place: Hashable, Sendable {
        public let unit: Unit.ID
        public let from: Day?
        public let until: Day?

        public init(unit: Unit.ID, from: Day? = nil, until: Day? = nil) {
            (self.unit, self.from, self.until) = (unit, from, until)
        }

        public func holds(on day: Day) -> Bool { (from ?? day) <= day && day <= (until ?? day) }
    }

    public let id: ID
    public var name: String
    /// As the program of the staff office calls somebody; letters, too.
    public var number: String?
    public var email: String?
    /// What somebody does, in the words of the organisation.
    public var functionGroup: String?
    /// The first is where somebody counts.
    public var places: [Place]
    /// The last day; somebody who left is kept for a year, and is in no unit.
    public var leftOn: Day?
    public let version: Int

    public init(
        id: ID, name: String, number: String? = nil, email: String? = nil, functionGroup: String? = nil,
        places: [Place] = [], leftOn: Day? = nil, version: Int = 0
    ) {
        (self.id, self.name, self.number, self.email) = (id, name, number, email)
        (self.functionGroup, self.places, self.leftOn, self.version) = (functionGroup, places, leftOn, version)
    }

    public func isHere(on day: Day) -> Bool { leftOn.map { day <= $0 } ?? true }

    public static let longestName = 80
    static let longestNumber = 30
    static let longestEmail = 254
    public static let mostPlaces = 50

    /// Numbers are compared without case; a spreadsheet drops zeros in front, which are looked for where nothing else fits.
    public static func key(ofNumber number: String) -> String { number.trimmed.lowercased() }
    public static func key(ofEmail email: String) -> String { email.trimmed.lowercased() }

    /// Why a member says no.
    public enum Refusal: String, Core.Refusal, CaseIterable {
        case nameIsEmpty = "member.name_is_empty"
        case nameIsTooLong = "member.name_is_too_long"
        case numberIsTooLong = "member.number_is_too_long"
        case numberIsTaken = "member.number_is_taken"
        /// Nobody's personnel number is the number by which the state knows them.
        case numberIsOfTheState = "member.number_is_of_the_state"
        case emailIsNone = "member.email_is_none"
        case functionGroupIsTooLong = "member.function_group_is_too_long"
        case unitIsNotChosen = "member.unit_is_not_chosen"
        case unitIsMissing = "member.unit_is_missing"
        case unitIsTwice = "member.unit_is_twice"
        case endsBeforeItBegins = "member.ends_before_it_begins"
        case dayIsNone = "member.day_is_none"
        case placesAreTooMany = "member.places_are_too_many"
    }

    /// What can be said of a member without looking at others.
    public func check() throws(Refusal) {
        try checkName()
        try checkNumber()
        try checkEmail()
        try checkFunctionGroup()
        guard places.count <= Self.mostPlaces else { throw .placesAreTooMany }
        for (index, place) in places.enumerated() {
            try place.check()
            try place.checkBeside(places[..<index])
        }
    }

    public func checkName() throws(Refusal) {
        guard !name.trimmed.isEmpty else { throw .nameIsEmpty }
        guard name.trimmed.isName(upTo: Self.longestName) else { throw .nameIsTooLong }
    }

    public func checkNumber() throws(Refusal) {
        guard let number else { return }
        guard number.isName(upTo: Self.longestNumber) else { throw .numberIsTooLong }
        guard !number.isNumberOfTheState else { throw .numberIsOfTheState }
    }

    public func checkEmail() throws(Refusal) {
        if let email, !email.isEmail { throw .emailIsNone }
    }

    public func checkFunctionGroup() throws(Refusal) {
        if let functionGroup, !functionGroup.isName(upTo: Self.longestName) { throw .functionGroupIsTooLong }
    }
}

extension Member.Place {
    /// What can be said of the days alone.
    public func check() throws(Member.Refusal) {
        guard begin <= end else { throw .endsBeforeItBegins }
    }

    /// Nobody works in a unit twice at the same time.
    public func checkBeside(_ others: some Sequence<Self>) throws(Member.Refusal) {
        guard !others.contains(where: { $0.unit == unit && $0.begin <= end && begin <= $0.end }) else {
            throw .unitIsTwice
        }
    }
}

extension Member.Place {
    fileprivate var begin: Int { from?.number ?? .min }
    fileprivate var end: Int { until?.number ?? .max }
}

extension String {
    /// Whether this can be an address for mail: one sign between two parts, the second with a dot, no white space. Whether
    /// it arrives only mail can tell.
    public var isEmail: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, utf8.count <= Member.longestEmail else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return false }
        return unicodeScalars.allSatisfy {
            $0.isASCII ? $0.value > 32 && !"<>(),;:\\\"[]\u{7F}".unicodeScalars.contains($0) : !$0.isControl
        }
    }

    /// Whether this is a number of nine digits by which the Dutch state knows somebody (BSN): the digits, weighed 9 to 2
    /// and the last −1, add up to a multiple of eleven.
    ///
    /// Source: Logisch ontwerp BSN, Rijksdienst voor Identiteitsgegevens ("elfproef").
    public var isNumberOfTheState: Bool {
        let digits = utf8.filter { !" .-".utf8.contains($0) }
        guard digits.count == 9, digits.allSatisfy(\.isDigit), digits.contains(where: { $0 != 48 }) else {
            return false
        }
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        return zip(digits, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 } % 11 == 0
    }
}
