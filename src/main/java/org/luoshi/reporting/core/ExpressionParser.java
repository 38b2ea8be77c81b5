package org.luoshi.reporting.core;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;

/** Reads a rule by its grammar, see {@link FormExpression}. Long and deep ones are refused, so that judging is always quick. */
final class ExpressionParser {

    private static final int LONGEST = 500;
    private static final int DEEPEST = 30;
    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:(\\d+(?:\\.\\d+)?)|([\\p{L}_][\\p{L}\\d_]*)|(==|!=|<>|<=|>=|[-+*/()<>=,]))",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Map<String, String> SIGNS = Map.of("==", "=", "<>", "!=");
    private static final Set<String> COMPARING = Set.of("=", "!=", "<", "<=", ">", ">=");

    private final String text;
    private final Set<String> codes;
    private final List<Word> words = new ArrayList<>();
    private int next;
    private int depth;

    ExpressionParser(String text, Set<String> codes) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace("≤", "<=")
                .replace("≥", ">=")
                .replace("≠", "!=")
                .replace("×", "*")
                .replace("÷", "/");
        this.codes = codes;
    }

    private record Word(String text, int at, boolean isNumber, boolean isName) {}

    Condition rule() {
        if (text.isBlank() || text.length() > LONGEST) {
            throw wrong(0, text.isBlank() ? "empty" : "too-long", "");
        }
        split();
        Condition rule = or();
        if (next < words.size()) {
            throw wrong("unexpected");
        }
        return rule;
    }

    private void split() {
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (matcher.find(end) && matcher.start() == end) {
            String word = matcher.group().strip();
            words.add(new Word(
                    SIGNS.getOrDefault(word, word),
                    matcher.end() - word.length(),
                    matcher.group(1) != null,
                    matcher.group(2) != null));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw wrong(end, "unexpected", text.substring(end, Math.min(text.length(), end + 10)));
        }
    }

    private Condition or() {
        Condition left = and();
        while (takes("or")) {
            left = new Condition.Either(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = not();
        while (takes("and")) {
            left = new Condition.Both(left, not());
        }
        return left;
    }

    private Condition not() {
        return deeper(() -> takes("not") ? new Condition.Not(not()) : comparison());
    }

    /** A bracket may hold numbers or a condition: what follows it tells. */
    private Condition comparison() {
        int start = next;
        if (takes("(")) {
            try {
                Condition inner = or();
                if (takes(")")
                        && !(next < words.size() && isPartOfTerm(words.get(next).text()))) {
                    return inner;
                }
            } catch (BusinessException noCondition) {
                // It is a sum in brackets then, or wrong in a way that reading it as a sum says better.
                depth = Math.min(depth, DEEPEST - 1);
            }
            next = start;
        }
        Term left = sum();
        String sign = next < words.size() ? words.get(next).text() : "";
        if (!COMPARING.contains(sign)) {
            throw wrong("no-comparison");
        }
        next++;
        return new Condition.Comparison(sign, left, sum());
    }

    private static boolean isPartOfTerm(String word) {
        return COMPARING.contains(word) || "+-*/".contains(word);
    }

    private Term sum() {
        Term left = product();
        for (String sign = sign("+", "-"); sign != null; sign = sign("+", "-")) {
            left = new Term.Operation(sign.charAt(0), left, product());
        }
        return left;
    }

    private Term product() {
        Term left = signed();
        for (String sign = sign("*", "/"); sign != null; sign = sign("*", "/")) {
            left = new Term.Operation(sign.charAt(0), left, signed());
        }
        return left;
    }

    private Term signed() {
        return deeper(
                () -> takes("-") ? new Term.Operation('-', new Term.Constant(BigDecimal.ZERO), signed()) : primary());
    }

    private Term primary() {
        if (next >= words.size()) {
            throw wrong("unfinished");
        }
        Word word = words.get(next);
        if (takes("(")) {
            Term inner = sum();
            require(")");
            return inner;
        }
        if (word.isNumber()) {
            next++;
            return new Term.Constant(new BigDecimal(word.text()));
        }
        if (!word.isName()) {
            throw wrong("unexpected");
        }
        boolean called = next + 1 < words.size() && words.get(next + 1).text().equals("(");
        return called ? function(word) : field(false);
    }

    private Term function(Word name) {
        String called = name.text().toUpperCase(Locale.ROOT);
        if (called.equals("BEFORE")) {
            next++;
            require("(");
            Term field = field(true);
            require(")");
            return field;
        }
        if (!Set.of("MIN", "MAX", "ABS").contains(called)) {
            throw wrong("unknown-function");
        }
        next++;
        require("(");
        List<Term> arguments = new ArrayList<>(List.of(sum()));
        while (!called.equals("ABS") && takes(",")) {
            arguments.add(sum());
        }
        require(")");
        return new Term.Function(Term.Function.Name.valueOf(called), arguments);
    }

    private Term field(boolean before) {
        if (next >= words.size()) {
            throw wrong("unfinished");
        }
        String code = words.get(next).text();
        if (!codes.contains(code)) {
            throw wrong("unknown-field");
        }
        next++;
        return new Term.Field(code, before);
    }

    private <T> T deeper(Supplier<T> what) {
        if (++depth > DEEPEST) {
            throw wrong("too-deep");
        }
        T result = what.get();
        depth--;
        return result;
    }

    private boolean takes(String word) {
        boolean is = next < words.size() && words.get(next).text().equalsIgnoreCase(word);
        next += is ? 1 : 0;
        return is;
    }

    private @Nullable String sign(String one, String other) {
        return takes(one) ? one : takes(other) ? other : null;
    }

    private void require(String word) {
        if (!takes(word)) {
            throw wrong("unfinished");
        }
    }

    private BusinessException wrong(String why) {
        return next < words.size()
                ? wrong(words.get(next).at(), why, words.get(next).text())
                : wrong(text.length(), why.equals("no-comparison") ? why : "unfinished", "");
    }

    private static BusinessException wrong(int at, String why, String word) {
        return ReportingError.EXPRESSION_WRONG.with(
                Map.of("position", at + 1, "word", word, "why", "reporting.expression-wrong." + why));
    }
}
