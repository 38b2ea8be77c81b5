package org.luoshi.intake.reading;

/** A number as a list shows it, by the name the numbering has in Office files. */
final class Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    private Numerals() {}

    static String of(String format, int number) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "japaneseCounting" -> counted(number, DIGITS, "十百千");
            case "chineseLegalSimplified", "ideographLegalTraditional" -> counted(number, FORMAL_DIGITS, "拾佰仟");
            case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2" ->
                digitByDigit(number);
            case "ideographTraditional" -> oneOf(STEMS, number);
            case "ideographZodiac" -> oneOf(BRANCHES, number);
            case "upperLetter" -> letters('A', number);
            case "lowerLetter" -> letters('a', number);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, 0x2460, 20);
            case "decimalEnclosedParen" -> enclosed(number, 0x2474, 20);
            case "decimalEnclosedFullstop" -> enclosed(number, 0x2488, 20);
            case "ideographEnclosedCircle" -> enclosed(number, 0x3280, 10);
            case "decimalZero" -> (number < 10 ? "0" : "") + number;
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            case "none" -> "";
            default -> Integer.toString(number);
        };
    }

    /** 十一 rather than 一十一, 一百零五 with the gap spoken. */
    private static String counted(int number, String digits, String units) {
        if (number <= 0 || number >= 10_000) {
            return Integer.toString(number);
        }
        StringBuilder text = new StringBuilder();
        int unit = units.length() - 1;
        boolean gap = false;
        for (int power = 1000; power >= 1; power /= 10, unit--) {
            int digit = number / power % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            text.append(gap ? "零" : "");
            gap = false;
            boolean bareTen = digit == 1 && power == 10 && text.isEmpty();
            text.append(bareTen ? "" : digits.charAt(digit)).append(unit >= 0 ? units.charAt(unit) : "");
        }
        return text.toString();
    }

    private static String digitByDigit(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append(DIGITS.charAt(Math.max(0, digit - '0'))));
        return text.toString();
    }

    private static String fullWidth(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append((char) (digit - '0' + '０')));
        return text.toString();
    }

    private static String oneOf(String signs, int number) {
        return number < 1
                ? Integer.toString(number)
                : signs.substring((number - 1) % signs.length()).substring(0, 1);
    }

    /** After Z comes AA, then BB, as Word counts. */
    private static String letters(char first, int number) {
        if (number < 1) {
            return "";
        }
        return Character.toString(first + (number - 1) % 26).repeat(Math.min((number - 1) / 26 + 1, 10));
    }

    private static String enclosed(int number, int first, int last) {
        return number >= 1 && number <= last ? Character.toString(first + number - 1) : "(" + number + ")";
    }

    private static String roman(int number) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder text = new StringBuilder();
        int rest = Math.min(number, 4000);
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                text.append(signs[i]);
            }
        }
        return text.toString();
    }
}
