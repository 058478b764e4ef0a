/// The words of the code that everybody who works on it shares, in the order in which the house agreed on them.
enum Glossary {
    static let words = """
        Organisation Unit Member Role Instrument Item Scale Theme Wave Block Manifest EntryCode CodeCard Answers \
        Release Figure Account Membership Decision Council Seal Roster Trustee Strength Concern Threshold Hidden \
        SpiderWeb Dimension Aspect Vault Share Conversation Partner Buddy Agreement ActionWheel Session Script Step \
        Canvas Region Card Cluster Dot Round Table Host CheerWall ConcernWall IGLO Plan Action Milestone Indicator \
        Meeting Review Cycle Factor KeyIssue Challenge Activity FleetReview ForceField AMO DevelopmentPlan \
        CareerCompetency Source Codebook CodebookCode Excerpt Coding Thread
        """.split(separator: " ").map(String.init)
}
