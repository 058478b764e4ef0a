/// One administrative act, to the hour. Never an answer, a code, a card, a vote or a text.
public struct AuditLine: Equatable, Sendable {
    public enum Act: String, CaseIterable, Sendable {
        case organisationAdded = "organisation_added"
        case settingsChanged = "settings_changed"
        /// From which kind to which, or to none: it changes who decides.
        case councilChanged = "council_changed"
        case unitsImported = "units_imported"
        case unitChanged = "unit_changed"
        case unitMoved = "unit_moved"
        case unitArchived = "unit_archived"
        case unitPutBack = "unit_put_back"
        case memberAdded = "member_added"
        case memberChanged = "member_changed"
        case staffImported = "staff_imported"
        case staffImportUndone = "staff_import_undone"
        case accountAdded = "account_added"
        case invitationsMade = "invitations_made"
        case invitationTaken = "invitation_taken"
        case passwordReset = "password_reset"
        case personErased = "person_erased"
        case roleGiven = "role_given"
        case roleTaken = "role_taken"
        case licensedTextSaved = "licensed_text_saved"
        case permissionSaved = "permission_saved"
        case permissionRemoved = "permission_removed"
        case waveCreated = "wave_created"
        case waveChanged = "wave_changed"
        case waveTitleChanged = "wave_title_changed"
        case waveQuestionsChanged = "wave_questions_changed"
        case waveDaysChanged = "wave_days_changed"
        case waveSharingChanged = "wave_sharing_changed"
        case waveRemoved = "wave_removed"
        case manifestSeen = "manifest_seen"
        case waveOpened = "wave_opened"
        case cardsListed = "cards_listed"
        case cardsAdded = "cards_added"
        case cardsLeft = "cards_left"
        /// Of before a decision named its wave, as below; older lines still say it.
        case paperChosen = "paper_chosen"
        case formsMade = "forms_made"
        case formsPrinted = "forms_printed"
        case endMoved = "end_moved"
        case waveClosed = "wave_closed"
        case waveImported = "wave_imported"
        case importRemoved = "import_removed"
        case wavePublished = "wave_published"
        case waveWithdrawn = "wave_withdrawn"
        case answersDestroyed = "answers_destroyed"
        case textsDestroyed = "texts_destroyed"
        case registerWritten = "register_written"
        case registerEnded = "register_ended"
        case decisionRecorded = "decision_recorded"
        case decisionAgreed = "decision_agreed"
        case decisionWithdrawn = "decision_withdrawn"
        case decisionEnded = "decision_ended"
        case rawExportTied = "raw_export_tied"
        case rawAnswersTaken = "raw_answers_taken"
        case codebookTaken = "codebook_taken"
        /// Something was said about a wave to everybody who has an address.
        case openMailed = "open_mailed"
        case reminderMailed = "reminder_mailed"
        case resultsMailed = "results_mailed"
        case organisationExported = "organisation_exported"
    }

    public let act: Act
    public let subject: String
    /// Who did it; nobody when a command or the clock did.
    public let by: Person?
    /// Whom it is about, where it is about somebody.
    public let about: Person?
    public let day: Day
    public let hour: Int

    public init(act: Act, subject: String, by: Person?, about: Person? = nil, day: Day, hour: Int) {
        self.act = act
        self.subject = subject
        self.by = by
        self.about = about
        self.day = day
        self.hour = hour
    }
}
