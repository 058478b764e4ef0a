import Core
import Store
import Surveys

/// Every address of the program, in one place.
enum Paths {
    static let front = "/"
    static let today = "/today"
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let setUp = "/set-up/:token"
    static let card = "/card"
    static let waves = "/waves"
    static let newWave = "/waves/new"
    static let newImport = "/waves/import"
    static let importFile = "/waves/import/:file"
    static let importedWave = "/waves/import/:file/wave"
    static let importRemoval = "/waves/import/:file/removal"
    static let wave = "/waves/:wave"
    static let register = "/questions/register"
    static let registered = "/questions/register/:instrument"
    static let admin = "/admin"
    static let settings = "/admin/settings"
    static let units = "/admin/units"
    static let unitsFile = "/admin/units/file"
    static let unit = "/admin/units/:unit"
    static let archivedUnit = "/admin/units/:unit/archive"
    static let archivedUnitRemoval = "/admin/units/:unit/archive/removal"
    static let people = "/admin/people"
    static let members = "/admin/members"
    static let newMember = "/admin/members/new"
    static let member = "/admin/members/:member"
    static let invitations = "/admin/members/invitations"
    static let invitationSheets = invitations + "/:sheets"
    static let memberInvitation = "/admin/members/:member/invitation"
    static let memberKept = "/admin/members/:member/kept"
    static let memberKeptFile = "/admin/members/:member/kept.json"
    static let memberErasure = "/admin/members/:member/erasure"
    static let membersList = "/admin/members/file"
    static let membersDraft = "/admin/members/file/:list"
    static let membersDraftCarriedOut = "/admin/members/file/:list/members"
    static let membersDraftRemoval = "/admin/members/file/:list/removal"
    static let membersUndo = "/admin/members/undo"
    static let mail = "/admin/mail"
    static let mailTrial = "/admin/mail/trial"
    static let mailMessage = "/admin/mail/messages/:message"
    static let mailRepeat = "/admin/mail/messages/:message/repeat"
    static let mailRemoval = "/admin/mail/messages/:message/removal"
    static let mailRefusal = "/mail/refusal/:token"
    static let settingsLogo = "/admin/settings/logo"
    static let settingsLogoRemoval = "/admin/settings/logo/removal"
    static let unitsDraft = "/admin/units/file/:draft"
    static let unitsDraftRemoval = "/admin/units/file/:draft/removal"
    static let person = "/admin/people/:person"
    static let personPassword = "/admin/people/:person/password"
    static let personRoles = "/admin/people/:person/roles"
    static let personRoleRemoval = "/admin/people/:person/roles/:membership/removal"
    static let newDecision = "/admin/decisions/new"
    static let decision = "/admin/decisions/:decision"
    static let agreement = "/admin/decisions/:decision/agreement"
    static let decisionWithdrawal = "/admin/decisions/:decision/withdrawal"
    static let decisionEnding = "/admin/decisions/:decision/ending"
    static let registers = "/admin/registers"
    static let privacyRegister = registers + "/:register"
    static let newRegisterEntry = privacyRegister + "/new"
    static let registerEntry = registers + "/entries/:entry"
    static let registerPaper = registerEntry + "/paper"
    static let registerEnding = registerEntry + "/ending"
    static let preparedText = registers + "/texts/:text"
    static let welcome = "/welcome"
    static let welcomeAccount = welcome + "/account"
    static let welcomeOwn = welcome + "/own-account"
    static let welcomeAbout = welcome + "/about"
    static let account = "/account"
    static let ownKept = account + "/kept"
    static let ownKeptFile = account + "/kept.json"
    static let secondFactor = account + "/second-factor"
    static let secondFactorCodes = secondFactor + "/codes"
    static let secondFactorRemoval = secondFactor + "/removal"
    static let secondStep = signIn + "/code"
    static let proof = account + "/proof"
    static let organisations = account + "/organisations"
    static let signInRemoval = account + "/sign-ins/removal"
    static let log = "/admin/log"
    static let retention = "/admin/retention"
    static let decisions = "/admin/decisions"
    static let answering = "/m/:slug"
    static let share = "/d/:slug"

    static func wave(_ id: Wave.ID, _ part: String = "") -> String {
        "/waves/\(id)" + (part.isEmpty ? "" : "/\(part)")
    }

    static func importFile(_ id: ImportFile.ID, _ part: String = "") -> String {
        "\(newImport)/\(id)" + (part.isEmpty ? "" : "/\(part)")
    }

    static let beside = "/waves/:wave/beside/:other"

    static func beside(_ id: Wave.ID, _ other: Wave.ID) -> String { "/waves/\(id)/beside/\(other)" }

    static let rawAnswers = wavePart("answers")
    static func rawAnswersPart(_ part: String) -> String { "\(rawAnswers)/\(part)" }

    static func rawAnswers(_ id: Wave.ID, _ part: String = "") -> String {
        wave(id, "answers" + (part.isEmpty ? "" : "/\(part)"))
    }

    static let report = "/waves/:wave/results/:group"

    /// What a closed wave tells of a group, or something made of it: slides, a sheet.
    static func report(_ id: Wave.ID, _ group: Int, _ part: String = "") -> String {
        let own = wave(id, group == 0 && part.isEmpty ? "results" : "results/\(group)")
        return part.isEmpty ? own : "\(own)/\(part)"
    }

    /// How a group answered one question.
    static let question = "\(report)/questions/:item"

    static func question(_ id: Wave.ID, _ group: Int, _ item: String) -> String {
        "\(wave(id, "results/\(group)"))/questions/\(item)"
    }

    static func reportPart(_ part: String) -> String { "\(report)/\(part)" }

    static func registeredPart(_ part: String) -> String { "\(registered)/\(part)" }

    static func registered(_ id: String, _ part: String = "") -> String {
        "\(register)/\(id)" + (part.isEmpty ? "" : "/\(part)")
    }

    static func wavePart(_ part: String) -> String { "/waves/:wave/\(part)" }

    static func mail(_ id: Message.ID) -> String { "/admin/mail/messages/\(id)" }
    static func mailRepeat(_ id: Message.ID) -> String { "\(mail(id))/repeat" }
    static func mailRemoval(_ id: Message.ID) -> String { "\(mail(id))/removal" }
    static func mailRefusal(_ token: String) -> String { "/mail/refusal/\(token)" }

    static func unit(_ id: Unit.ID) -> String { "/admin/units/\(id)" }

    static func archived(_ id: Unit.ID) -> String { "/admin/units/\(id)/archive" }
    static func archivedRemoval(_ id: Unit.ID) -> String { "/admin/units/\(id)/archive/removal" }
    static func unitsDraft(_ id: FileDraft.ID) -> String { "/admin/units/file/\(id)" }
    static func unitsDraftRemoval(_ id: FileDraft.ID) -> String { "/admin/units/file/\(id)/removal" }
    static func member(_ id: Member.ID) -> String { "\(members)/\(id)" }
    static func privacyRegister(_ register: RegisterEntry.Register) -> String { "\(registers)/\(register.rawValue)" }
    static func newRegisterEntry(_ register: RegisterEntry.Register) -> String { "\(privacyRegister(register))/new" }
    static func registerEntry(_ id: RegisterEntry.ID) -> String { "\(registers)/entries/\(id)" }
    static func registerPaper(_ id: RegisterEntry.ID) -> String { "\(registerEntry(id))/paper" }
    static func registerEnding(_ id: RegisterEntry.ID) -> String { "\(registerEntry(id))/ending" }
    static func preparedText(_ text: PreparedText) -> String { "\(registers)/texts/\(text.rawValue)" }
    static func invitation(_ id: Member.ID) -> String { "\(member(id))/invitation" }
    static func invitationSheets(_ id: FreshInvitations.ID) -> String { "\(invitations)/\(id)" }
    static func kept(_ id: Member.ID) -> String { "\(member(id))/kept" }
    static func keptFile(_ id: Member.ID) -> String { "\(member(id))/kept.json" }
    static func erasure(_ id: Member.ID) -> String { "\(member(id))/erasure" }
    static func membersDraft(_ id: FileDraft.ID) -> String { "\(membersList)/\(id)" }
    static func membersDraftCarriedOut(_ id: FileDraft.ID) -> String { "\(membersDraft(id))/members" }
    static func membersDraftRemoval(_ id: FileDraft.ID) -> String { "\(membersDraft(id))/removal" }
    /// All of them in a file of this kind.
    static func membersFile(_ ending: String) -> String { "\(members)/members.\(ending)" }
    static func person(_ id: Account.ID) -> String { "/admin/people/\(id)" }
    static func password(of id: Account.ID) -> String { "/admin/people/\(id)/password" }
    static func roles(of id: Account.ID) -> String { "/admin/people/\(id)/roles" }

    static func roleRemoval(_ id: Membership.ID, of person: Account.ID) -> String {
        "/admin/people/\(person)/roles/\(id)/removal"
    }

    static func decision(_ id: Decision.ID) -> String { "/admin/decisions/\(id)" }
    static func agreement(on id: Decision.ID) -> String { "\(decision(id))/agreement" }
    static func ending(of id: Decision.ID) -> String { "\(decision(id))/ending" }
    static func withdrawal(of id: Decision.ID) -> String { "\(decision(id))/withdrawal" }

    /// Where a decision about a wave is asked for.
    static func newDecision(_ kind: Decision.Kind, about wave: Wave.ID) -> String {
        "\(newDecision)?kind=\(kind.rawValue)&wave=\(wave)"
    }

    static func setUp(_ token: String) -> String { "/set-up/\(token)" }

    static func answering(_ slug: String) -> String { "/m/\(slug)" }
    static func typing(_ slug: String) -> String { "/m/\(slug)/paper" }
    static func share(_ slug: String) -> String { "/d/\(slug)" }
    static func logo(_ slug: String) -> String { "/logo/\(slug)" }

    /// Where somebody answers or reads without being anybody: nothing is looked up there, and nothing written down.
    static func isAnonymous(_ path: String) -> Bool { path.hasPrefix("/m/") || path.hasPrefix("/d/") }
}
