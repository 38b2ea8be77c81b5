package org.luoshi.intake.extraction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Labels in front of units and limits: 牵头单位：, 完成时限：. */
final class Labels {

    private static final Map<Role.Label, Set<String>> WORDS = Arrays.stream(Role.Label.values())
            .collect(Collectors.toMap(
                    label -> label, Labels::words, (a, b) -> a, () -> new EnumMap<>(Role.Label.class)));

    private static final String ANY = WORDS.values().stream()
            .flatMap(Set::stream)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));
    /** A colon behind the label, or "is", or for the clear ones nothing at all. */
    private static final Pattern LABEL =
            Pattern.compile("[【（〔]?(?<label>" + ANY + ")(?:（[^）]{1,8}）)?[】）〕]? ?(?:：|为：|是：|为|——)[ ：]*");

    private static final int SHORTEST_CLEAR = 4;
    private static final int LONGEST_LABEL = 28;
    private static final Set<String> WEAK = Set.of(
            "主办单位", "主办部门", "主管单位", "主管部门", "组织单位", "组织部门", "建设单位", "报送单位", "完成单位", "成员单位", "相关单位", "相关部门", "监管单位");

    private Labels() {}

    /** The words listed, and each part (牵头) with each kind of unit (单位, 处室, 司局). */
    private static Set<String> words(Role.Label label) {
        Set<String> words = new HashSet<>(Words.of(label.key()));
        if (label.role() != null) {
            for (String part : Words.of("part." + label.name().toLowerCase(Locale.ROOT))) {
                Words.of("part.of").forEach(kind -> words.add(part + kind));
            }
        }
        return words;
    }

    /** A label at this place. */
    record Found(Role.Label label, String words, int start, int end) {
        /** Labels of four characters and more (责任单位) are clear wherever they stand; 主办 or 时间 only beside others. */
        boolean isClear() {
            return words.length() >= SHORTEST_CLEAR;
        }

        /** 主办单位 of an event or a web site is no division of work; it needs something firmer beside it. */
        boolean isFirm() {
            return label.role() != null && !WEAK.contains(words);
        }
    }

    /** Shorter name for what is used everywhere here. */
    private static Role.Label labelOf(String words) {
        for (Map.Entry<Role.Label, Set<String>> entry : WORDS.entrySet()) {
            if (entry.getValue().contains(words)) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException(words);
    }

    static @Nullable Found at(String plain, int from, int to) {
        Matcher matcher = LABEL.matcher(plain).region(from, Math.max(from, to));
        return hasLink(plain, from) && matcher.lookingAt() ? found(matcher) : null;
    }

    /** The next label from here on that begins a line or follows a stop or a space. */
    static @Nullable Found next(String plain, int from) {
        Matcher matcher = LABEL.matcher(plain);
        for (int at = from; at < plain.length(); at++) {
            boolean mayBegin = at == 0 || "。；，、 ）】〕！：\n".indexOf(plain.charAt(at - 1)) >= 0;
            if (mayBegin
                    && hasLink(plain, at)
                    && matcher.region(at, plain.length()).lookingAt()) {
                return found(matcher);
            }
        }
        return null;
    }

    /** A quick look before the long one: a colon or its like stands near. */
    private static boolean hasLink(String plain, int from) {
        int to = Math.min(plain.length(), from + LONGEST_LABEL);
        for (int i = from; i < to; i++) {
            if ("：为—".indexOf(plain.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What the head of a column says, if it is one of the labels. */
    static Role.@Nullable Label ofHeading(String plain) {
        String words = plain.replaceAll("[\\s（）：/、及和]", "");
        for (Map.Entry<Role.Label, Set<String>> entry : WORDS.entrySet()) {
            if (entry.getKey() != Role.Label.OTHER && entry.getValue().contains(words)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static Found found(Matcher matcher) {
        return new Found(labelOf(matcher.group("label")), matcher.group("label"), matcher.start(), matcher.end());
    }
}
