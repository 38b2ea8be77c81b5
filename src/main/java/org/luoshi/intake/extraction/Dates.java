package org.luoshi.intake.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds limits and tells them from the other dates of a paper: validity, beginnings, service promises, targets. A limit without a year lies
 * in the year the paper is about, else in the year of the paper or, when that has gone by, the next.
 */
final class Dates {

    private static final int GONE_BY_DAYS = 31;
    /** A plan signed in the middle of April may still say 3月底, and real ones do. */
    private static final int JUST_OVER_DAYS = 31;

    private static final Pattern RELATIVE = Pattern.compile(
            "(?<anchor>(?:印发|发布|公布|下发|施行|颁布|出台|通过|印送|收到本?(?:通知|文件|方案|纪要|函|交办|督办|任务|整改|意见|通报|批示)[^，。；]{0,4}|收文|会议|会议结束|文件下发|本[^，。；]{1,8}印发)(?:之日|之)?(?:起|后)(?:的|，)?|会后)?(?<n>\\d{1,3}|半)个?(?<unit>工作日|自然日|日|天|月|周|星期|年)(?:之|以)?内");
    private static final Pattern NUMERIC = Pattern.compile("(20\\d\\d)[-./](\\d{1,2})(?:[-./](\\d{1,2}))?(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)(20\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)");
    private static final Pattern BARE_YEARS = Pattern.compile("(20\\d\\d)(?=[-—–~～至](?:20\\d\\d)年)");
    private static final Pattern UNTIL =
            Pattern.compile("^(?:\\d{1,2}[时点：](?:\\d{1,2}分?)?)?(?:下午|上午|中午|下班)?(?:之前|以前|前|止|为止|内)");
    private static final Pattern DONE_SOON = Pattern.compile(
            "^[，]?(?:要|应|须|需|力争|争取|确保|全面|基本|全部|如期|率先|初步|正式|实质性|顺利|高质量|高标准|各[^，。；]{1,8}|[^，。；]{0,6})?(?:完成|建成|实现|形成|出台|印发|投入|投用|启用|竣工|开工|启动|上线|取得|达到|落实到位|销号|办结|建立|下达|提供|报批|报送|上报|进行|投产|试运行|交付|移交|推出|公布|发布|审定|组织|举办|举行|召开|开展)");
    private static final Pattern STARTS =
            Pattern.compile("^(?:份|度)?(?:汛|春节|入冬|暑|冬|起|开始|以来|以后|之后|后|至|到|—|–|-|~|～|的|，?国务院|，?省委)");
    private static final Pattern TURNED_AWAY = Pattern.compile(
            "(?:自|从|对|凡|除|按|较|比|与|已于|已在|截至|截止|经|对于|早在|自从|根据|依据|(?:执行|延续|延长|保留|顺延|有效期|实行)至|[日月年\\d](?:至|到|—|–|-|~|～))$");
    private static final Pattern LOOKS_BACK = Pattern.compile(
            "^(?:之前|以前|前)(?:已|取得|出生|参加|成立|开工|建成|登记|注册|入学|毕业|批准|审批|发生|形成|欠|设立|入职|退休|下达|竣工|签订|立项)[^，。；]{0,24}的");
    private static final Pattern TOWARDS = Pattern.compile("(?:到|力争|争取|确保)$");
    private static final Pattern TIME_WORDS = Pattern.compile(
            "^(?:[并且需须应当，]*)(?:持续|长期|常态化|经常性|立行立改|立即|立改|马上|即知即改|边查边改|已完成|已整改|完成整改|适时|尽快|近期|中期|远期|随时|全年|贯穿|按时限|按期|按时|按进度|按要求时限|即时|当日|当天|第?[一二三四]季度|上半年|下半年|根据工作进展|按国家|按照国家|结合实际适时|年度|十[二三四五六七]五|“十).{0,30}$|^.{1,8}(?:之前|前|期间|前后|以内|期内)(?:完成.{0,8})?$|^(?:已经?|拟|计划)?(?:完成|启动|开展|推进)[^局委部厅办]{0,4}$");

    private static final Pattern WITHOUT_OWN = Pattern.compile(
            "(?:(?:未|没有|无)(?:特别|单独|另行)?(?:注明|明确|标注|标明|列明|规定|说明|设定|作出)[^。；）]{0,16}?(?:时限|时间|期限|日期)[^。；）]{0,8}?(?:均|都|一律|应|原则上|在|于|，)[^。；）]{0,12}?)(?<until>(?:20\\d\\d年)?(?:\\d{1,2}月|年)[^，。；）]{0,4}前[^。；）]{0,6})");

    private static final Pattern ALL_BELOW = Pattern.compile(
            "(?:以下|下列|本节|各项|所有)[^，。；）]{0,8}(?:均|都|须|应|要)[^，。；）]{0,6}?(?<until>(?:20\\d\\d年)?(?:\\d{1,2}月|年)[^，。；）]{0,4}前[^。；）]{0,6})");

    private static final Map<String, String> FEASTS =
            Map.of("元旦", "1月1日", "五一", "5月1日", "七一", "7月1日", "八一", "8月1日", "国庆", "10月1日");
    private static final Pattern FEAST = Pattern.compile("(元旦|五一|七一|八一|国庆)(?:劳动)?节?(?=之?前)");

    private final @Nullable LocalDate paperDate;
    private final @Nullable Integer year;
    private final WorkingDays workingDays;

    /**
     * @param paperDate day of the paper
     * @param year the year the paper is about, when its title says so or its number does
     */
    Dates(@Nullable LocalDate paperDate, @Nullable Integer year, WorkingDays workingDays) {
        this.paperDate = paperDate;
        this.year = year;
        this.workingDays = workingDays;
    }

    /** True for a piece of an assignment that speaks of time: 9月底前完成, 持续推进. */
    boolean isAboutTime(String written) {
        String plain = normal(written);
        return TIME_WORDS.matcher(plain).find()
                || Recurrence.in(plain) != null && plain.length() <= 20
                || RELATIVE.matcher(plain).find()
                || !moments(plain).isEmpty();
    }

    /** The limit that a bracket, label or cell gives: every moment there is meant as one. */
    Limit inAssignment(List<String> times) {
        String plain = normal(COMPACT.matcher(String.join("，", times)).replaceAll("$1年$2月$3日"));
        if (plain.isBlank()) {
            return Limit.NONE;
        }
        Recurrence recurring = Recurrence.in(plain);
        List<Moment> moments = moments(plain);
        Integer near = null;
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            near = moment.year() == null ? near : moment.year();
            String after = plain.substring(moment.end());
            boolean isWholeYear = plain.startsWith("全年", Math.max(0, moment.end() - 2));
            boolean isStart = STARTS.matcher(after).find() && i + 1 < moments.size()
                    || after.startsWith("起")
                    || after.startsWith("开始");
            if (moment.every() == null && !isStart && !isWholeYear) {
                LocalDate day = resolve(moment, near);
                if (day != null) {
                    return new Limit(day, plain, recurring);
                }
            }
        }
        Matcher relative = RELATIVE.matcher(plain);
        LocalDate counted = relative.find() && !isRepeated(plain, relative) ? counted(relative) : null;
        return new Limit(counted, plain, recurring);
    }

    /** The limit of all tasks that name none: 未注明完成时限的，均应于12月底前完成. */
    Limit byDefault(List<Line> lines) {
        for (Line line : lines) {
            Matcher rule = WITHOUT_OWN.matcher(line.plain());
            if (rule.find()) {
                return inAssignment(List.of(rule.group("until")));
            }
        }
        return Limit.NONE;
    }

    /** What a heading says of all below it: 民生实事（以下实事均须于11月底前完成）. */
    Limit byHeadings(List<String> headings) {
        for (String heading : headings) {
            Matcher rule = ALL_BELOW.matcher(Script.plain(heading));
            if (rule.find()) {
                return inAssignment(List.of(rule.group("until")));
            }
        }
        return Limit.NONE;
    }

    /** The first limit in running text; a target year only where there is nothing firmer. */
    Limit inTask(String written) {
        String plain = normal(written);
        Limit target = Limit.NONE;
        Integer near = null;
        for (Moment moment : moments(plain)) {
            LocalDate day = moment.every() == null ? resolve(moment, near) : null;
            if (moment.kind() != Moment.Kind.YEAR && moment.year() != null) {
                near = moment.year();
            }
            if (day == null) {
                continue;
            }
            String before = plain.substring(0, moment.start());
            String after = plain.substring(moment.end());
            String text = plain.substring(moment.start(), moment.end());
            if (text.endsWith("全年")) {
                continue;
            }
            if (isLimit(moment, before, after, day)) {
                return new Limit(day, text, recurringIn(plain));
            }
            boolean isTarget =
                    TOWARDS.matcher(before).find() && !STARTS.matcher(after).find() && target.day() == null;
            if (isTarget && !isGone(day)) {
                target = new Limit(day, text, null);
            }
        }
        Matcher relative = RELATIVE.matcher(plain);
        while (relative.find()) {
            LocalDate day = relative.group("anchor") == null ? null : counted(relative);
            if (day != null) {
                return new Limit(day, relative.group(), recurringIn(plain));
            }
        }
        return new Limit(target.day(), target.text(), recurringIn(plain));
    }

    /** Running text says "each year" of many things; only the ongoing words of a limit would be too much there. */
    private static @Nullable Recurrence recurringIn(String plain) {
        Recurrence found = Recurrence.in(plain.replaceAll("每人每[年月]|每[年月]每|持续|长期|常态化|经常性|贯穿|全程|逐年|月报", ""));
        return found;
    }

    private boolean isLimit(Moment moment, String before, String after, LocalDate day) {
        if (TURNED_AWAY.matcher(before).find()
                || LOOKS_BACK.matcher(after).find()
                || STARTS.matcher(after).find()) {
            return false;
        }
        boolean endsPeriod = moment.endsWithIn() || UNTIL.matcher(after).find();
        boolean isNear = (moment.kind() != Moment.Kind.YEAR || moment.yearless())
                && DONE_SOON.matcher(after).find();
        return (endsPeriod || isNear) && !(isGone(day) && moment.year() != null);
    }

    private boolean isGone(LocalDate day) {
        return paperDate != null && day.isBefore(paperDate.minusDays(GONE_BY_DAYS));
    }

    private static boolean isRepeated(String plain, Matcher relative) {
        return relative.start() > 0 && plain.charAt(relative.start() - 1) == '每';
    }

    private @Nullable LocalDate counted(Matcher relative) {
        if (paperDate == null) {
            return null;
        }
        if (relative.group("n").equals("半")) {
            return relative.group("unit").equals("年") ? paperDate.plusMonths(6) : paperDate.plusDays(15);
        }
        int n = Integer.parseInt(relative.group("n"));
        return switch (relative.group("unit")) {
            case "工作日" -> workingDays.plus(paperDate, n);
            case "月" -> paperDate.plusMonths(n);
            case "周", "星期" -> paperDate.plusWeeks(n);
            case "年" -> paperDate.plusYears(n);
            default -> paperDate.plusDays(n);
        };
    }

    private @Nullable LocalDate resolve(Moment moment, @Nullable Integer near) {
        if (moment.year() != null) {
            return moment.lastDayIn(moment.year());
        }
        if (near != null) {
            return moment.lastDayIn(near + moment.yearsOn());
        }
        if (moment.yearsOn() > 0 && paperDate != null) {
            return moment.lastDayIn(paperDate.getYear() + moment.yearsOn());
        }
        if (year != null) {
            return moment.lastDayIn(year + moment.yearsOn());
        }
        if (paperDate == null) {
            return null;
        }
        LocalDate day = moment.lastDayIn(paperDate.getYear());
        boolean isOver = day != null && day.isBefore(paperDate.minusDays(JUST_OVER_DAYS));
        return isOver ? moment.lastDayIn(paperDate.getYear() + 1) : day;
    }

    private static List<Moment> moments(String plain) {
        List<Moment> moments = new ArrayList<>();
        Matcher matcher = Moment.PATTERN.matcher(plain);
        while (matcher.find()) {
            Moment moment = matcher.end() == matcher.start() ? null : Moment.of(matcher);
            if (moment != null) {
                moments.add(moment);
            }
        }
        return moments;
    }

    /** 元旦前, 国庆前: feasts with a fixed day. */
    private static String feastsAsDays(String written) {
        if (!FEAST.matcher(written).find()) {
            return written;
        }
        return FEAST.matcher(written).replaceAll(found -> FEASTS.getOrDefault(found.group(1), found.group(1)));
    }

    private static String normal(String written) {
        String digits = Numerals.inDigits(feastsAsDays(written).replaceAll("(?<=\\d) (?=[年月日])|(?<=[年月]) (?=\\d)", ""));
        String dated = NUMERIC.matcher(digits)
                .replaceAll(found -> found.group(1) + "年" + found.group(2) + "月"
                        + (found.group(3) == null ? "" : found.group(3) + "日"));
        return BARE_YEARS.matcher(dated).replaceAll("$1年");
    }
}
