public import Core

/// What stands of one person in one organisation, by kind; a kind of which there is nothing is left out.
public struct Kept: Equatable, Sendable {
    public let id: Person.ID
    public let name: String
    public let parts: [Part]

    /// All of one kind.
    public struct Part: Equatable, Sendable {
        public let kind: Kind
        public let records: [[Fact]]
        public let origins: [Origin]
        /// The first day on which something of it is gone by itself, where that is a day.
        public let goesOn: Day?
    }

    public enum Kind: String, CaseIterable, Sendable {
        case name, staff, work
        /// As the last list of staff found somebody, so that it can be undone.
        case earlier
        /// A code that waits, and with what a member of staff signs in.
        case invitation
        case signsIn = "signs_in"
        case account, role
        case signIn = "sign_in"
        /// What somebody did, and what others did about them: lines of the log.
        case act, about
        /// What waits to go by mail, or could not; and that somebody wants no more of it.
        case message
        case noMail = "no_mail"
        case reading, decision, agreement, witness, permission, register

        /// Where it stands in the database.
        var tables: Set<String> {
            switch self {
            case .name: ["person"]
            case .staff: ["member"]
            case .work: ["member_unit"]
            case .earlier: ["staff_import_change"]
            case .invitation: ["invitation"]
            case .signsIn: []
            case .account: ["account", "second_factor", "recovery_code"]
            case .role: ["membership"]
            case .signIn: ["sign_in"]
            case .act, .about: ["audit"]
            case .message: ["mail"]
            case .noMail: ["mail_refusal"]
            case .reading: ["manifest_seen"]
            case .decision: ["decision"]
            case .agreement: ["decision_agreement"]
            case .witness: ["decision_witness"]
            case .permission: ["permission"]
            case .register: ["register_entry"]
            }
        }

        /// Whether it stays, without the name, when the person is erased.
        public var staysNameless: Bool {
            switch self {
            case .name, .staff, .work, .earlier, .invitation, .signsIn, .account, .role, .signIn, .message, .noMail:
                false
            case .act, .about, .reading, .decision, .agreement, .witness, .permission, .register: true
            }
        }
    }

    /// One thing that is known, and as what.
    public struct Fact: Equatable, Sendable {
        public let label: Label
        public let value: Value

        init(_ label: Label, _ value: Value) { (self.label, self.value) = (label, value) }
    }

    public enum Label: String, CaseIterable, Sendable {
        case message
        case name, number, email, function, unit, from, until, password, role, started, seen, act, times, first, last,
            wave, day, subject, list, part, questionnaire
        case device
        case lastDay = "last_day"
        case isNew = "is_new"
        case noMail = "no_mail"
    }

    public enum Value: Equatable, Sendable {
        case text(String)
        case number(Int)
        case day(Day)
        case hour(Day, Int)
        /// A word of ours, by its key.
        case word(String)
        /// By its id: its title is in the language of the reader.
        case questionnaire(String)
        /// Kind of browser and system.
        case device(String)
        /// That it is there is all that can be told.
        case hidden
    }

    /// Where something came from.
    public enum Origin: Equatable, Sendable {
        case typed(by: Person?, on: Day)
        /// The last list of staff; by whom is unknown where two lists were carried out in one hour.
        case list(on: Day, by: Person?)
        /// An earlier list of staff, or before what the log still holds.
        case earlier
        case changed(by: Person?, on: Day)
        case changedByList(on: Day)
        case added(by: Person?, on: Day)
        /// What it is says where it came from.
        case ownKind
    }

    public enum Refusal: String, Core.Refusal, CaseIterable {
        case signsIn = "kept.signs_in"
    }
}
