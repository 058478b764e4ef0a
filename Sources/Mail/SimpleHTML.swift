/// A text as simple HTML, for mail programs that show nothing else: paragraphs, lines, and addresses to press.
public enum SimpleHTML {
    public static func page(_ text: String, language: String) -> String {
        let paragraphs = text.split(separator: "\n\n").map { paragraph in
            "<p>" + paragraph.split(separator: "\n").map { linked(String($0)) }.joined(separator: "<br>\n") + "</p>"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(escaped(language))"><head><meta charset="utf-8"></head><body>
            \(paragraphs.joined(separator: "\n"))
            </body></html>

            """
    }

    private static func linked(_ line: String) -> String {
        line.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let text = escaped(String(word))
            let isAddress = word.hasPrefix("https://") || word.hasPrefix("http://")
            return isAddress ? "<a href=\"\(text)\">\(text)</a>" : text
        }.joined(separator: " ")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
