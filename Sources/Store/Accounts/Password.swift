/// Passwords that the program makes: four groups of five characters that cannot be mistaken, about 99 bits.
public enum Password {
    public static func fresh() -> String { fresh(groups: 4, of: 5) }

    static func fresh(groups: Int, of signs: Int) -> String {
        let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
        return (0..<groups).map { _ in String((0..<signs).map { _ in letters[Int.random(in: letters.indices)] }) }
            .joined(separator: "-")
    }
}
