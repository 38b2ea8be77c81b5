package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a sentence commands: 由市水利局牵头，会同…; 各县区要…; 请市财政局…. */
final class Subjects {

    private static final Pattern DUTY = Pattern.compile(
            "(?:共同|具体|总|负责|分别|全面)?(?<word>牵头|主办|会同|负责|要|应当|应|须|必须|需|务必|尽快|抓紧|切实|进一步|严格|加快|积极|不得|严禁|组织|承担|研究|制定|提出|做好|落实|于|在|每|按|根据|对|认真|配合|协助|参与|指导|统筹|尽早|立即|迅速|加强|完成|安排|抓好|继续|加大|建立|开展|明确|结合)");
    private static final Pattern COMMAND =
            Pattern.compile("牵头|负责|要|应|须|务必|尽快|抓紧|不得|严禁|会同|组织|承担|研究|制定|提出|做好|落实|完成|抓好|加快|加强|开展|立即|配合|协助|指导|建立|报");
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:[一二三四五六七八九十]是|会议(?:议定|决定|明确|要求|指出|强调|确定|同意|研究决定|认为|原则同意)?[，：]?|并?(?:请|责成|委托|同意由|交由|授权|安排|决定由|明确由|原则同意由|由|拟由|再由|具体由)|同时，?|其中，?|此外，?|各级?(?=各))+");
    private static final Pattern BY = Pattern.compile(
            "(?:由|请|责成|委托|交|授权)(?=[^，。；]{2,60}(?:牵头|负责|会同|主办|组织|承担|尽快|抓紧|研究|制定|提出|做好|落实|按|于|在|对|统筹|配合|协助|办理|完成|根据|指导|进一步|加快))");
    private static final Pattern WITH = Pattern.compile(
            "(?:会同|联合|商)(?<units>[^，。；]{2,80}?)(?=于|在|尽快|抓紧|研究|制定|提出|开展|做好|加强|加快|共同|对|按|负责|组织|进一步|制订|落实|完成|编制|梳理|建立|推进|认真|根据|结合|就|拟订|起草|$|，|；|。)");
    private static final Pattern HELP = Pattern.compile(
            "(?<units>[^，。；]{2,80}?)(?:等)?(?:要|应|须)?(?:积极|全力|密切|做好|共同|予以|按职责分工?|按照职责分工)*(?:配合|协助|参与|支持|协同|协办)");
    private static final Pattern GUIDE = Pattern.compile(
            "(?<units>[^，。；]{2,80}?)(?:要|应|须|负责|加强)*(?:对[^，。；]{0,20})?(?:业务|督促|加强)?(?:指导|督导)(?=$|，|。|；|督促|和)");

    private Subjects() {}

    /**
     * The command in a clause.
     *
     * @param start where the clause that names the units begins, an index into the clause
     */
    record Found(int start, List<String> lead, List<String> support, List<String> guide) {}

    static @Nullable Found in(Line line, int from, int to) {
        String clause = line.plain().substring(from, to);
        int at = 0;
        for (String part : clause.split("(?<=[，：])")) {
            Found found = at(line, from, at, part, clause);
            if (found != null) {
                return found;
            }
            at += part.length();
        }
        return null;
    }

    private static @Nullable Found at(Line line, int from, int at, String part, String clause) {
        Matcher leadIn = LEAD_IN.matcher(part);
        int begin = leadIn.lookingAt() ? leadIn.end() : 0;
        List<String> lead = units(line, from + at + begin, part.substring(begin), clause.substring(at + begin));
        if (lead.isEmpty()) {
            Matcher by = BY.matcher(part);
            if (by.find()) {
                lead = units(line, from + at + by.end(), part.substring(by.end()), clause.substring(at + by.end()));
            }
        }
        if (lead.isEmpty()) {
            return null;
        }
        List<String> support = new ArrayList<>();
        addUnits(WITH, line, from, clause, support);
        int behind = at + part.length();
        addUnits(HELP, line, from + behind, clause.substring(behind), support);
        List<String> guide = new ArrayList<>();
        addUnits(GUIDE, line, from + behind, clause.substring(behind), guide);
        support.removeAll(lead);
        return new Found(at, lead, support, guide);
    }

    /** The units in front of the first word of duty that leaves only units before it. */
    private static List<String> units(Line line, int from, String part, String rest) {
        Matcher duty = DUTY.matcher(part);
        while (duty.find()) {
            if (duty.start() < 2) {
                continue;
            }
            List<String> units = list(line, from, part.substring(0, duty.start()));
            if (!units.isEmpty()
                    && COMMAND.matcher(rest.substring(duty.start())).find()) {
                return units;
            }
        }
        boolean isAll = part.endsWith("，")
                && part.length() > 2
                && COMMAND.matcher(rest).find()
                && rest.length() > part.length();
        return isAll && rest.substring(part.length()).matches("^(?:要|应|须|务必|必须|不得|尽快|抓紧|负责).*")
                ? list(line, from, part.substring(0, part.length() - 1))
                : List.of();
    }

    private static void addUnits(Pattern pattern, Line line, int from, String clause, List<String> names) {
        Matcher matcher = pattern.matcher(clause);
        while (matcher.find()) {
            int start = matcher.start("units");
            String units = matcher.group("units").replaceFirst("^(?:由|请|并|和|其他)", "");
            int skipped = matcher.group("units").length() - units.length();
            for (String name : list(line, from + start + skipped, units)) {
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
    }

    /** The names, if there is nothing but names of units; else none. */
    static List<String> list(Line line, int from, String plain) {
        List<String> names = new ArrayList<>();
        Span before = null;
        for (Piece piece : Pieces.of(plain, 0, plain.length())) {
            String text = plain.substring(piece.from(), piece.to());
            int end = Units.endBeforeOthers(text);
            for (Span part : Units.parts(text.substring(0, end))) {
                String name = text.substring(part.start(), part.end());
                Span here = new Span(piece.from() + part.start(), piece.from() + part.end());
                if (before != null
                        && part.start() == 0
                        && Units.belongsTogether(plain.substring(before.start(), before.end()), name)) {
                    here = new Span(before.start(), here.end());
                    names.remove(names.size() - 1);
                } else if (!Units.isCertainUnit(name)) {
                    return List.of();
                }
                names.add(Names.clean(line.written(from + here.start(), from + here.end())));
                before = here;
            }
        }
        return names;
    }
}
