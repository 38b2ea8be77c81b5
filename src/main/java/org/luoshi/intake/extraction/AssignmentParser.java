package org.luoshi.intake.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in a bracket, behind labels or in a cell: 市发展改革委牵头，市财政局、市水利局配合，9月底前完成. Names are collected until a word
 * says what they do; a label says it beforehand.
 */
final class AssignmentParser {

    private static final Pattern REST_ELSEWHERE =
            Pattern.compile("(?:以下|下列|上述|各项|其他|均|都)[^。]{0,40}?不再(?:一一|逐一|单独|另行|重复)?(?:列出|列举|单列|列|标注|注明|重复).*");

    private final Dates dates;

    AssignmentParser(Dates dates) {
        this.dates = dates;
    }

    /** Reads a part of a line; {@code role} is what names without any word mean there (the head of a column), null in brackets and labels. */
    Assignment parse(Line line, int from, int to, @Nullable Role role) {
        return parse(line, from, to, new AssignmentRun(line, role, dates));
    }

    /** A sentence that says nothing but whose the task is: 省财政厅牵头落实，各市配合. Anything else makes it NONE. */
    Assignment parseSentence(Line line, int from, int to) {
        AssignmentRun run = new AssignmentRun(line, null, dates);
        Assignment assignment = parse(line, from, to, run);
        boolean isAll =
                assignment.cued() && assignment.hasOwners() && assignment.bare().isEmpty() && !run.saysMore();
        return isAll ? assignment : Assignment.NONE;
    }

    private Assignment parse(Line line, int from, int to, AssignmentRun run) {
        String plain = line.plain().substring(from, to);
        Matcher elsewhere = REST_ELSEWHERE.matcher(plain);
        int end = elsewhere.find() ? from + elsewhere.start() : to;
        for (Piece piece : Pieces.of(line.plain(), from, end)) {
            run.take(piece);
        }
        return run.result();
    }
}
