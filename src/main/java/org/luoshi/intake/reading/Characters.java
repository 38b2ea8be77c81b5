package org.luoshi.intake.reading;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What all readers do with characters. */
final class Characters {

    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060\\uFEFF]");

    private static final Pattern ODD_SPACE = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F]");

    private static final Pattern MARKER = Pattern.compile(
            "(?:第?\\h*[一二三四五六七八九十百零〇]{1,5}\\h*[、．.章节条款项部编]"
                    + "|[（(]\\h*[一二三四五六七八九十百]{1,4}\\h*[）)]|[（(]\\h*\\d{1,3}\\h*[）)]|第\\h*\\d{1,3}\\h*[章节条]"
                    + "|\\d{1,3}\\h*[、．）)]|\\d{1,3}\\.(?![\\d.])|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\h*(?=[\\u4E00-\\u9FFF])"
                    + "|[①-⑳㉑-㉟]|[甲乙丙丁戊己庚辛壬癸][、．]|[A-Za-z][、．.）)]).*",
            Pattern.DOTALL);

    /** Radicals for which Unicode gives no normal form, and the signs they look like. */
    private static final String RADICALS =
            "⺀⺁⺄⺇⺌⺍⺕⺗⺟⺠⺡⺢⺣⺥⺧⺩⺪⺫⺬⺭⺮⺯⺱⺶⺷⺸⺼⺽⺾⺿⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳";

    private static final String UNIFIED =
            "冫厂乙几小小彐心母民氵氺灬爫牛王疋罒示礻竹糹网羊羊羊月臼艹艹虎衤西西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾齐齐歯齿竜龙龜亀龟";

    private Characters() {}

    /** One line without what cannot be seen at its ends and inside. */
    static String clean(String line) {
        return ODD_SPACE
                .matcher(INVISIBLE.matcher(line).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Begins with 一、 （一） 1. （1） 第一条 ① and the like. */
    static boolean startsWithMarker(String line) {
        return MARKER.matcher(line).matches();
    }

    /** Two pieces of one sentence: a space only where letters or digits of other scripts meet. */
    static String join(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first + second;
        }
        char before = first.charAt(first.length() - 1);
        char after = second.charAt(0);
        boolean apart = isWestern(before) && isWestern(after)
                || ",;:.".indexOf(before) >= 0 && Character.isLetter(after) && isWestern(after);
        return apart ? first + " " + second : first + second;
    }

    static boolean endsSentence(String line) {
        return !line.isEmpty() && "。；：！？;:!?…".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** Radicals and compatibility forms that fonts put in the place of ordinary signs (⽅ for 方). */
    static String unified(String text) {
        boolean ordinary = text.chars()
                .allMatch(c -> c < 0x2E80
                        || c > 0x2FDF && c < 0xF900 && !Character.isSurrogate((char) c)
                        || c > 0xFB06 && c < 0xFFFF);
        if (ordinary) {
            return text;
        }
        StringBuilder unified = new StringBuilder();
        text.codePoints().forEach(c -> {
            int radical = c >= 0x2E80 && c < 0x2F00 ? RADICALS.indexOf(c) : -1;
            if (c == 0x2F3E) {
                unified.append('户'); // its normal form is the traditional 戶
            } else if (radical >= 0) {
                unified.append(UNIFIED.charAt(radical));
            } else if (c >= 0x2E80 && c <= 0x2FDF || c >= 0xF900 && c <= 0xFB06 || c >= 0x2F800 && c <= 0x2FA1F) {
                unified.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else {
                unified.appendCodePoint(c);
            }
        });
        return unified.toString();
    }

    static boolean isWestern(int character) {
        return character < 0x2000 && Character.isLetterOrDigit(character);
    }

    /** Chinese signs and their full-width punctuation: between them no space belongs. */
    static boolean isWide(int character) {
        return character >= 0x2E80
                        && character <= 0xFFEF
                        && character != 0x3000
                        && !(character >= 0xE000 && character < 0xF900)
                || character >= 0x20000
                || "“”‘’…—".indexOf(character) >= 0;
    }
}
