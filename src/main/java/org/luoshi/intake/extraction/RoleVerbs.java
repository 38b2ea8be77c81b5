package org.luoshi.intake.extraction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verbs that say what units do: 牵头, 按职责分工负责, 配合, 加强指导. */
final class RoleVerbs {

    private static final String ADVERBS = "(?:" + Words.anyOf("adverb") + "|(?:按照?|依据?|根据|结合)[^，。；、]{2,10}?|等)*?";
    private static final String AS_PART = "为(?:主要|第一)?(?<part>牵头|主办|主责|责任|主体|配合|协办)(?:单位|部门|处室)";
    private static final String GUIDES =
            "(?:负责|加强|做好|给予|强化|统筹|提供|具体)*(?:业务|督促|监督|技术|工作|政策)*(?:指导|督导|监督|督办)(?:监督|督促|协调|支持|服务|推动|落实|检查|考核|、督促|和督促|和监督|和支持)?";
    private static final String TAIL =
            "(?:工作|任务|到位|相关工作|有关工作|保障|(?:属地|主体|监管|各自|相应|具体|分工|领导|行业|管理|监督)*(?:责任|职责)|具体工作|日常工作|本[^，。；、]{1,8}工作|见效)?";
    static final Pattern VERB_AT_END = Pattern.compile("(?:等)?" + ADVERBS + "(?:(?<guide>" + GUIDES
            + ")|(?<help>(?:协助)?(?:做好|抓好)[^，。；、]{2,8})|" + AS_PART + "|(?<verb>"
            + Words.anyOf("verb.lead", "verb.responsible", "verb.support", "verb.guide") + ")" + TAIL + ")$");
    static final Pattern VERB_INSIDE = Pattern.compile(ADVERBS + "(?<verb>" + Words.anyOf("verb.lead", "verb.guide")
            + "|负责|配合)(?!单位|部门|责任|处室|领导|专班|小组|组|办|制|人|的)、?");
    static final Pattern DUTY_OF_ONE = Pattern.compile("(?<verb>牵头负责|牵头|负责|承担|配合|协助)(?!单位|部门|人)[^、]{2,}$");
    private static final Map<Role, List<String>> VERBS = new EnumMap<>(Map.of(
            Role.LEAD, Words.of("verb.lead"),
            Role.RESPONSIBLE, Words.of("verb.responsible"),
            Role.SUPPORT, Words.of("verb.support"),
            Role.GUIDE, Words.of("verb.guide")));
    static final Pattern TOGETHER = Pattern.compile(ADVERBS + Words.anyOf("together"));

    private RoleVerbs() {}

    static Role atEnd(Matcher verb) {
        if (verb.group("guide") != null) {
            return Role.GUIDE;
        }
        if (verb.group("help") != null) {
            return Role.SUPPORT;
        }
        String part = verb.group("part");
        return part == null ? of(verb.group("verb")) : of(part.equals("主体") || part.equals("责任") ? "负责" : part);
    }

    static Role of(String verb) {
        for (Role role : Role.values()) {
            if (VERBS.getOrDefault(role, List.of()).contains(verb)) {
                return role;
            }
        }
        return Role.RESPONSIBLE;
    }
}
