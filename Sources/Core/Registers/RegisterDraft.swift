/// An entry as somebody writes it down.
public struct RegisterDraft: Sendable {
    public var register: RegisterEntry.Register
    public var ground: RegisterEntry.Ground?
    public var room: GuardedRoom?
    public var subject: String
    public var day: Day
    public var version: String
    public var text: String
    public var paper: Paper?

    public init(
        register: RegisterEntry.Register, ground: RegisterEntry.Ground? = nil, room: GuardedRoom? = nil,
        subject: String, day: Day, version: String = "", text: String = "", paper: Paper? = nil
    ) {
        (self.register, self.ground, self.room, self.subject) = (register, ground, room, subject)
        (self.day, self.version, self.text, self.paper) = (day, version, text, paper)
    }

    /// Whether it can stand in a register of an organisation whose staff are represented so.
    public func check(on today: Day, council: Organisation.CouncilKind) throws(RegisterEntry.Refusal) {
        guard !subject.trimmed.isEmpty else { throw .subjectIsEmpty }
        guard subject.trimmed.isName(upTo: RegisterEntry.longestSubject) else { throw .subjectIsTooLong }
        guard version.trimmed.isEmpty || version.trimmed.isName(upTo: RegisterEntry.longestVersion) else {
            throw .versionIsTooLong
        }
        guard text.count <= RegisterEntry.longestText else { throw .textIsTooLong }
        guard day <= today else { throw .dayIsLater }
        if register == .agreement {
            guard let ground, RegisterEntry.Ground.all(for: council).contains(ground) else { throw .groundIsMissing }
        }
        guard !text.trimmed.isEmpty || paper != nil else { throw .saysNothing }
    }
}
