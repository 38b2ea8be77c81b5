package org.luoshi.intake.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tidies a name as written without changing its spelling. */
final class Names {

    /** What stands in brackets behind a name: another name of it stays, a share of the work goes: 住房城乡建设厅（老旧管网）. */
    private static final Pattern NOTE = Pattern.compile("[（(]([^（()）]{1,30})[）)]$");

    private static final Pattern AREAS = Pattern.compile("[市州县区旗盟部院所局厅、]+|党委|办公室|.{1,6}[区县市局办委部厅]");

    private static final Pattern BEFORE = Pattern.compile("^[\\s\\d.、．\"“*★☆▲△#]+(?=\\p{IsHan})");
    private static final Pattern BEHIND = Pattern.compile("[\\s*★☆▲△。；;，,、“]+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Names() {}

    static String clean(String written) {
        return NOTE.matcher(written.strip())
                .replaceFirst(note -> Units.isUnit(Script.plain(note.group(1)))
                                || AREAS.matcher(note.group(1)).matches()
                        ? Matcher.quoteReplacement(note.group())
                        : "")
                .strip()
                .transform(name -> BEFORE.matcher(name).replaceFirst(""))
                .transform(name -> BEHIND.matcher(name).replaceFirst(""))
                .transform(name -> SPACE.matcher(name).replaceAll(""));
    }
}
