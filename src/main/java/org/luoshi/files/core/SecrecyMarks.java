package org.luoshi.files.core;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * How a state-secret mark looks (保守国家秘密法 art. 14; X-03): a grade followed by a star, or the grade alone at the top of a document.
 * The words in running text (商业秘密, 保守秘密) are no mark.
 */
final class SecrecyMarks {

    private static final String SECRET = "[秘祕]\\h*密";
    private static final String GRADE = "(?:[绝絕]\\h*密|[机機]\\h*密|" + SECRET + ")";
    private static final String STAR = "(?:[★☆⋆✩✪✫✬✭✮✯✰⭐⚝]|\\x{1F31F})";
    private static final String ONE_STAR = "\\h*" + STAR + "(?!\\h*" + STAR + ")";
    private static final String PERIOD = "\\h*(?:\\d|[一二三四五六七八九十两壹贰叁]+\\h*(?:年|个月|個月)|长期|長期|永久)";
    /** What makes 秘密 an everyday word; with a star behind it is a mark only where a period follows too. */
    private static final String EVERYDAY = "(?:商业|商業|工作|国家|國家|个人|個人|技术|技術|保守|严守|嚴守|保护|保護|泄露|洩露)";

    private static final Pattern MARK = Pattern.compile("(?:[绝絕]\\h*密|[机機]\\h*密|(?<!" + EVERYDAY + ")" + SECRET + ")"
            + ONE_STAR + "|" + SECRET + ONE_STAR + PERIOD);

    private static final Pattern GRADE_ALONE = Pattern.compile(
            "\\h*(?:(?:份号|份號|No\\.?)?\\h*:?\\h*\\d{1,8}\\h+)?[\\[(【〔「]?\\h*" + "(?:密\\h*[级級]\\h*:?\\h*)?" + GRADE
                    + "\\h*[\\])】〕」]?\\h*(?:\\d{1,2}\\h*年)?\\h*(?:特急|加急|平急|特提|急件|緊急|紧急)?\\h*");

    private static final Pattern STAR_FIRST = Pattern.compile("\\h*" + STAR + "(?!\\h*" + STAR + ").*", Pattern.DOTALL);
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\x{FE00}-\\x{FE0F}]");

    private SecrecyMarks() {}

    /** Nearly every line is done with here: all grades end in the same sign. */
    static boolean canMatter(String line) {
        return line.indexOf('密') >= 0;
    }

    /** Full-width, compatibility and invisible characters folded away. */
    static String fold(String line) {
        return INVISIBLE
                .matcher(Normalizer.normalize(line, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    static boolean isMark(String foldedLine) {
        return MARK.matcher(foldedLine).find();
    }

    static boolean isGradeAlone(String foldedLine) {
        return GRADE_ALONE.matcher(foldedLine).matches();
    }

    static boolean startsWithStar(String foldedLine) {
        return STAR_FIRST.matcher(foldedLine).matches();
    }
}
