/// Something that is said to one person by mail, until the mail server has it.
public struct Message: Equatable, Sendable {
    public typealias ID = Identifier<Message>

    public enum Kind: String, CaseIterable, Sendable {
        /// That people can answer, how long, and where their card comes from.
        case open
        /// The same to all, half way: nobody knows who took part.
        case reminder
        case results
        /// Of the settings, to whoever asks for it.
        case trial
    }

    public let id: ID
    public let person: Person.ID
    public let kind: Kind
    /// As it stood when the message was written.
    public let address: String
    public let subject: String
    public let text: String
    public let language: Language
    /// The page on which its reader ends such messages; nil where it is about them alone.
    public let refusal: String?

    public init(
        id: ID, person: Person.ID, kind: Kind, address: String, subject: String, text: String, language: Language,
        refusal: String? = nil
    ) {
        (self.id, self.person, self.kind, self.address) = (id, person, kind, address)
        (self.subject, self.text, self.language, self.refusal) = (subject, text, language, refusal)
    }
}

extension Message {
    /// In seconds: 1, 5 and 15 minutes, 1 and 2 hours, and then every 4, until three days are over. A server that turns
    /// strangers away at first takes them after some minutes; one that is being mended after some hours.
    static let pauses = [60, 300, 900, 3_600, 7_200] + Array(repeating: 14_400, count: 17)

    /// For how long a message waits after so many tries; nil where there is no next.
    public static func pause(after tries: Int) -> Int? {
        pauses.indices.contains(tries - 1) ? pauses[tries - 1] : nil
    }

    /// For how many days is kept what could not be handed in.
    public static let keptDays = 30
}

/// A message in the queue, with what became of it so far.
public struct QueuedMessage: Equatable, Sendable {
    public let message: Message
    public let organisation: Organisation.ID
    /// As whom it comes: the organisation by name.
    public let sender: String
    public let reader: Person
    public let writtenAt: Moment
    public let tries: Int
    public let dueAt: Moment
    /// When it was given up; nil while it waits.
    public let failedAt: Moment?
    /// What the server said last; empty where it said nothing.
    public let told: String

    public init(
        message: Message, organisation: Organisation.ID, sender: String, reader: Person, writtenAt: Moment, tries: Int,
        dueAt: Moment, failedAt: Moment?, told: String
    ) {
        (self.message, self.organisation, self.sender, self.reader) = (message, organisation, sender, reader)
        (self.writtenAt, self.tries, self.dueAt, self.failedAt) = (writtenAt, tries, dueAt, failedAt)
        self.told = told
    }
}
