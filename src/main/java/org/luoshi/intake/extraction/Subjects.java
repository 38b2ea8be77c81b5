package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a sentence commands: 由市水利局牵头，会同…; 各县区要…; 请市财政局…; 市气象局：…. */
final class Subjects {

    private static final int LONGEST = 120;
    private static final Pattern DUTY = Pattern.compile(
            "^(?:(?:党政|党委)?主要负责(?:同志|人)|负责同志|负责人|领导班子|领导干部|一把手)?(?:和[^，。；]{1,12}(?=要|应|须|务必))?"
                    + "(?:作为[^，。；]{1,16}，)?(?:共同|具体|总|分别|全面|也|都|均)*(?:牵头|主办|会同|负责|负总责|要|应当|应|须|必须|需|务必|尽快|抓紧|切实|进一步|严格|加快|积极|不得|严禁|组织|承担|研究|制定|制订|提出|做好|落实|于|在|每|按|根据|对|认真|配合|协助|参与|指导|统筹|尽早|立即|迅速|加强|完成|安排|抓好|继续|加大|建立|开展|明确|结合|同步|及时|督促|审核|报|商(?!务|业|户)|牢固|联合|依法|全力|主动|密切|强化|推动|推进|作为|以)");
    private static final Pattern COMMAND = Pattern.compile(
            "牵头|商|负责|要|应|须|务必|尽快|抓紧|不得|严禁|会同|组织|承担|研究|制定|提出|做好|落实|完成|抓好|加快|加强|开展|立即|配合|协助|指导|建立|报|督促|确保");
    private static final Pattern NARRATIVE = Pattern.compile(
            "^(?:员|会(?=[议会])|长(?!期)|书记|门|提出的|的|关于|汇报|介绍|已|将|作了|作出的|反映|表示|通报|主持|参加|列席|出席|等|、|和|及|与|主要负责同志(?:汇报|参加|出席)|负责(?:同志|人)(?:汇报|参加|出席)|：$|分管|有关负责|召开|主要领导|领导|作出|批示|提交的|起草的|上报的|报送的|承办的|印发的|发布的|所属|(?:负责同志)?为成员|(?:牵头)?(?:制定|编制|起草|组织|实施|开展|建设|承办|主办)的|[^，。；]{0,10}(?<!为)了)");
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:[一二三四五六七八九十]是|会议(?:议定|决定|明确|要求|指出|强调|确定|研究决定)[，：]?|(?:这|该|此)项工作(?:主要)?由?|(?:并|同时|其中|此外)?，?(?:请|责成|委托|同意由|交由|授权|安排|决定由|明确由|原则同意由|由|拟由|再由|具体由|均由|分别由)|同时，?|其中，?|此外，?|对此，?)+");
    private static final Pattern BY = Pattern.compile("(?<!自|经|理|事|缘|来|职)(?:由|责成|委托|授权)(?!于|此)");
    private static final Pattern WITH = Pattern.compile(
            "(?:会同|牵头组织|联合(?!会|国|体)|(?<=[，局委部办厅])商(?!务|业|户|品|贸|会)|(?<=前|，|）)与)(?<units>[^，。；]{2,80}?)(?=于|在|尽快|抓紧|研究|制定|提出|开展|做好|加强|加快|共同|对|按|负责|组织|进一步|制订|落实|完成|编制|梳理|建立|推进|认真|根据|结合|就|拟订|起草|沟通|衔接|联系|选定|确定|明确|督促|安排|指导|深入|制作|联合|进行|召开|核|审|调|抽|依法|全面|及时|$|，|；|。)");
    private static final Pattern HELP = Pattern.compile(
            "(?<units>[^，。；]{2,80}?)(?:等)?(?:要|应|须)?(?:积极|全力|密切|做好|共同|予以|主动|按职责分工?|按照职责分工?|按各自职责|依职责)*(?:配合|协助|参与|参加(?!会议)|支持|协同|协办)");
    private static final Pattern GUIDE = Pattern.compile(
            "(?<units>[^，。；]{2,80}?)(?:要|应|须|负责|加强)*(?:对[^，。；]{0,20})?(?:业务|督促|加强|技术|政策)*(?:指导|督导)(?=$|，|。|；|督促|和|监督)");

    private static final Pattern FIRM = Pattern.compile(
            "(?:局|委|办|厅|部|署|政府|集团|公司|支队|总队|大队|管委会|处|办公室|委员会|督查室|银行|法院|检察院|部门|单位|中心|街道|乡镇|大学|学院|指挥部|领导小组|专班)$");
    private static final Pattern TROUBLE = Pattern.compile("(?:突出|不足|不够|滞后|薄弱|较慢|偏低|不到位|不力|困难)(?:。|；|$)|缺乏|尚未|相互推诿");

    private static final Set<String> WORDS = Words.set("word.across");

    private Subjects() {}

    /**
     * The command in a clause.
     *
     * @param start where the part that names the units begins, an index into the clause
     */
    record Found(int start, List<String> lead, List<String> support, List<String> guide) {
        /** True where the words said before are what the units are to do: …，由省财政厅负责. */
        boolean isBehind() {
            return start > 0;
        }
    }

    /**
     * @param loose every sentence that begins with a unit is taken as a command, as in minutes; else it must sound like one
     */
    static @Nullable Found in(Line line, int from, int to, boolean loose) {
        Found clear = found(line, from, to, false);
        return clear == null && loose ? found(line, from, to, true) : clear;
    }

    private static @Nullable Found found(Line line, int from, int to, boolean loose) {
        String clause = line.plain().substring(from, to);
        int at = 0;
        for (String part : clause.split("(?<=[，：])")) {
            Found found = Labels.at(part, 0, part.length()) == null ? at(line, from, at, part, clause, loose) : null;
            if (found != null) {
                return found;
            }
            at += part.length();
        }
        return null;
    }

    private static @Nullable Found at(Line line, int from, int at, String part, String clause, boolean loose) {
        Matcher leadIn = LEAD_IN.matcher(part);
        int begin = leadIn.lookingAt() ? leadIn.end() : 0;
        boolean told = begin > 0 && !leadIn.group().startsWith("会议");
        List<String> lead =
                begins(line, from + at + begin, part.substring(begin), clause.substring(at + begin), loose || told);
        Matcher by = BY.matcher(part);
        while (lead.isEmpty() && by.find()) {
            lead = begins(line, from + at + by.end(), part.substring(by.end()), clause.substring(at + by.end()), true);
        }
        if (lead.isEmpty()) {
            return null;
        }
        List<String> support = with(line, from, clause);
        int behind = at + part.length();
        addUnits(HELP, line, from + behind, clause.substring(behind), support);
        int beside = part.indexOf("牵头、");
        if (beside >= 0) {
            addUnits(HELP, line, from + at + beside + 3, part.substring(beside + 3), support);
        }
        List<String> guide = new ArrayList<>();
        addUnits(GUIDE, line, from + behind, clause.substring(behind), guide);
        List<String> all = new ArrayList<>(lead);
        alsoCommanded(line, from, clause, behind, all, support);
        support.removeAll(all);
        return new Found(at, all, support, guide);
    }

    /** A要…，B要…: two commands in one sentence; A要…，B做好…: the second helps. */
    private static void alsoCommanded(
            Line line, int from, String clause, int behind, List<String> lead, List<String> support) {
        int at = behind;
        for (String part : clause.substring(behind).split("(?<=，)")) {
            List<String> also =
                    part.matches(".*?(?:要|应|须|负责)(?!配合|协助|参与|积极配合).*") && !part.matches(".*(?:配合|协助|参与|支持).*")
                            ? begins(line, from + at, part, clause.substring(at), false)
                            : List.of();
            also.stream()
                    .filter(name -> !lead.contains(name) && !support.contains(name))
                    .forEach(lead::add);
            if (also.isEmpty() && !LEAD_IN.matcher(part).lookingAt()) {
                begins(line, from + at, part, clause.substring(at), true).stream()
                        .filter(name -> !lead.contains(name) && !support.contains(name))
                        .forEach(support::add);
            }
            at += part.length();
        }
    }

    /** Those with whom somebody is to do it: 会同市财政局. */
    static List<String> with(Line line, int from, String clause) {
        List<String> units = new ArrayList<>();
        addUnits(WITH, line, from, clause, units);
        return units;
    }

    /** The units a part begins with, when what follows is a duty. */
    private static List<String> begins(Line line, int from, String part, String rest, boolean loose) {
        List<String> longest = List.of();
        for (int end = 2; end <= Math.min(part.length(), LONGEST); end++) {
            String after = rest.substring(end);
            boolean mayEnd = Units.mayEndWith(part.charAt(end - 1))
                    && isClosed(part, end)
                    && !goesOn(part, end)
                    && "、（(".indexOf(part.charAt(end - 1)) < 0
                    && !NARRATIVE.matcher(after).find();
            List<String> units = mayEnd ? list(line, from, part.substring(0, end)) : List.of();
            if (units.isEmpty()) {
                continue;
            }
            boolean isNamedAlone = end == part.length() - 1;
            boolean isColon = isNamedAlone && part.endsWith("：") && rest.length() > part.length() + 6;
            boolean isCommand = DUTY.matcher(after).find()
                    && (loose || COMMAND.matcher(after).find());
            boolean isAfterComma = isNamedAlone
                    && part.endsWith("，")
                    && DUTY.matcher(after.substring(1)).find();
            if (isColon || isCommand || isAfterComma) {
                return units;
            }
            boolean isFirm = loose
                    && end < rest.length() - 3
                    && !isNamedAlone
                    && FIRM.matcher(part.substring(0, end)).find()
                    && !TROUBLE.matcher(after).find();
            longest = isFirm ? units : longest;
        }
        return longest;
    }

    /** 污水处|理: what looks like the end of a name is the middle of a word. */
    private static boolean goesOn(String part, int end) {
        return end < part.length() && WORDS.contains(part.substring(end - 1, end + 1));
    }

    private static boolean isClosed(String part, int end) {
        return part.lastIndexOf('（', end - 1) <= part.lastIndexOf('）', end - 1);
    }

    private static void addUnits(Pattern pattern, Line line, int from, String clause, List<String> names) {
        Matcher matcher = pattern.matcher(clause);
        while (matcher.find()) {
            int start = matcher.start("units");
            String units = matcher.group("units").replaceFirst("^(?:由|请|并|和|其他)", "");
            int skipped = matcher.group("units").length() - units.length();
            for (String name : list(line, from + start + skipped, units, true)) {
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
    }

    /** The names, if there is nothing but names of units; else none. 交通运输、公安部门 counts: the last says what they are. */
    static List<String> list(Line line, int from, String plain) {
        return list(line, from, plain, false);
    }
    /** @param any one certain name is enough, wherever it stands */
    private static List<String> list(Line line, int from, String plain, boolean any) {
        List<String> names = new ArrayList<>();
        Span before = null;
        boolean certain = false;
        for (Piece piece : Pieces.of(plain, 0, plain.length())) {
            String text = plain.substring(piece.from(), piece.to());
            int end = Units.endBeforeOthers(text);
            for (Span part : Units.parts(text.substring(0, end))) {
                String name = text.substring(part.start(), part.end());
                Span here = new Span(piece.from() + part.start(), piece.from() + part.end());
                boolean isCertain = Units.isCertainUnit(name);
                certain = isCertain || any && certain;
                if (before != null
                        && part.start() == 0
                        && Units.belongsTogether(plain.substring(before.start(), before.end()), name)) {
                    here = new Span(before.start(), here.end());
                    names.remove(names.size() - 1);
                    certain = true;
                } else if (!isCertain && !Units.mayBeShort(name)) {
                    return List.of();
                }
                names.add(Names.clean(line.written(from + here.start(), from + here.end())));
                before = here;
            }
        }
        return certain ? names : List.of();
    }
}
