package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a name of a unit looks like, and how a list of names falls apart. All on plain text. */
final class Units {

    private static final int LONGEST = 42;
    private static final String AREA =
            "(?:省级|市级|县级|省|自治区|直辖市|计划单列市|设区的?市|地级市|市辖区|市|自治州|州|盟|地区|县级市|自治县|县|旗|区|乡镇街道|乡镇|乡|民族乡|镇|街道|苏木|社区|村"
                    + "|开发区|园区|功能区|新区|高新区|经开区|管理区|（[市州县区旗、]+）|〔[市州县区旗、]+〕)";
    private static final String GOVERNMENT = "(?:党委政府|党委和政府|党委、政府|人民政府|政府|党委|党工委|管委会|管理委员会|办事处|（管委会）|（街道）)";
    private static final String REST = "(?:、|和|及|与|以及|，)?" + AREA;
    private static final Pattern AREAS = Pattern.compile("各" + AREA + "(?:" + REST + ")*");
    private static final Pattern BARE_AREA =
            Pattern.compile("^" + AREA + "(?:[、（）〔〕]*" + AREA + ")*" + GOVERNMENT + "?$");
    private static final Pattern UNFINISHED_AREAS =
            Pattern.compile("^(?:.{0,4})?(?:各|有关|相关)(?:级)?" + AREA + "(?:[、和及与]?" + AREA + ")*$");

    private static final Pattern COLLECTIVE = Pattern.compile(
            "^(?:国务院|中央和国家机关|中央|国家|省|市|县|区|州|盟|旗|本市|本省|全市|全省|全县|全区|全校|校内|院内|厅内|局内|市直|省直|区直|县直|州直|盟直|厅机关|局机关|机关|市级|省级|县级|区级|其他|其它|涉及|驻[^、]{1,4}|地方|属地|县级以上|乡级以上)*"
                    + "(?:各级各|各级|各|有关|相关|其他|其它|全体|所有)(?!界|自|种|类(?!.*(?:企业|单位|机构|学校|园区|主体))|项(?!目)|方(?!面))(?<noun>[^，。；的]{0,24})$");
    private static final Pattern MANY = Pattern.compile(
            "^(?:地方(?:各级)?(?:人民)?政府|地方|属地.{0,8}(?:政府|党委|部门|街道|乡镇)|.*(?:成员单位|牵头单位|牵头部门|责任单位|配合单位|参与单位|组成单位|有关部门|相关部门|有关单位|相关单位|各部门|各单位|有关方面|部门和单位|相关处室|有关处室))$");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "^(?:（|由|可|约谈|要|所需|妥善|争取|逐|验收|今年|明年|\\d{4}年|缺|未|报|据|按|跟踪|提请|个|经(?!开|信|贸|发|委|管|济|办|侨|纪|合|科)|从|每|尽快|严格|依法|全程|申请|其中|原则|一律|\\d{1,2}[月日]|关于|研究|针对|会同|督促|组织(?!部|委|处|科|办|人事)|与|和(?!平|田|县|静|硕|布|龙|顺|林)|同(?!心|安|江|仁|德|济)|对|向|把|在|于|为|各自|推动|指导|协调(?!办|处|小组|领导)|支持|引导|加强|完善|联合(?!国|会|大学)|要求|确保|建立|鼓励|做好|抓好|落实|牵头(?!单位|部门)|配合(?!单位)|协助|以|并|或)"
                    + "|.(?:会同|牵头(?!单位|部门|专班|小组|处室|学院)|负责(?!人)|配合(?!单位|部门)|协助|督促|(?<!自)由(?!于)|月底|日前|年底|主持|召开|每[月日年周]|[日月]至|工作日|前报|完成|争取|妥善|解决|予以|所需|千伏|(?<=[省市县区厅局委部办院])负责同志|不再|不得|\\d+(?:个|处|项|万|亿|条|家|户|座|公里)|(?<=[局委部办厅院队会门])商(?!务|业|会|标|品|贸|事|城|学|检|户|协)|依法$|抓紧$|尽快$|共同$|(?<=[局委部厅办府处院会心队团司区县镇乡门位])(?:要(?!求)|在|已|将))|前与");

    private static final Pattern AND_OTHERS = Pattern.compile(
            "(?<![高中初平同均优])等(?:.{0,14}?(?:部门|单位|地区|机构|方面|企业|处室|科室|司局|高校|部委|委办局|学院|成员)(?:和单位|及单位|、单位|单位)?)?$");
    private static final Set<String> GENERIC = Set.of(
            "单位", "部门", "政府", "机构", "企业", "地区", "人民政府", "有关方面", "管委会", "学院", "社区", "乡镇", "街道", "党委", "办事处", "机关", "组织",
            "团体", "村", "处室", "区", "县", "市", "旗", "镇", "乡", "州", "园区", "社会");
    private static final Set<String> ENDINGS = Words.set("unit.ending");
    private static final String LAST = ENDINGS.stream()
            .map(ending -> ending.substring(ending.length() - 1))
            .distinct()
            .collect(Collectors.joining("", "", "）〕】地级体"));
    private static final Set<String> SHORT = Words.set("unit.short");
    private static final List<String> NEVER = Words.of("unit.never");
    private static final Set<String> NO_UNITS = Set.of(
            "试行", "暂行", "现行", "执行", "实行", "推行", "进行", "运行", "举行", "平台", "会", "部", "全会", "系统", "机会", "社会", "工会等组织", "内部",
            "全部", "社区", "办", "一办", "场所", "会议", "农村", "乡村", "处", "同步", "本市", "城市", "超市", "股市", "房市", "大会", "地区", "各地市",
            "东部", "西部", "中部", "北部", "南部", "片区", "山区", "库区", "灾区", "老区", "牧区", "林区", "厂区", "校区", "城区", "郊区", "示范区",
            "集聚区", "功能区", "商圈", "舞台", "出台", "后台", "前台", "一体", "班组", "小组", "团队", "队");
    private static final Pattern JOINT = Pattern.compile("以及|[和及与并]");
    private static final Pattern NOTE = Pattern.compile("[（〔【][^（）〔〕【】]*[）〕】]");
    private static final Pattern PERSON = Pattern.compile(
            "^[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅皮齐康伍余元顾孟黄穆萧尹姚邵汪毛狄米贝戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓洪包石崔吉龚程裴陆翁段焦侯宁仇甘厉武符刘景詹龙叶黎白温庄晏柴瞿阎欧文寇广聂关翟谭申岳曾].{1,2}(?:同志)?$");

    private Units() {}

    /** True for what may be a unit's name or a collective: 市财政局, 各有关部门, 人行. */
    static boolean isUnit(String plain) {
        String name = bare(plain);
        if (name.length() < 2 || name.length() > LONGEST || NO_UNITS.contains(name) || hasNever(name)) {
            return false;
        }
        if (NOT_A_NAME.matcher(name).find()) {
            return false;
        }
        return isCollective(name) || SHORT.contains(name) || hasEnding(name);
    }

    /** A quick look before the long one: no name of a unit ends with any other character. */
    static boolean mayEndWith(char last) {
        return LAST.indexOf(last) >= 0;
    }

    /** True for a name that cannot be anything else, even outside brackets. */
    static boolean isCertainUnit(String plain) {
        String name = bare(plain);
        return isUnit(name) && (isCollective(name) || name.length() >= 3 && endsFirmly(name));
    }

    /** True for what can stand among names although it names a trade only: 林草、农牧、民政等部门. */
    static boolean mayBeShort(String plain) {
        String name = bare(plain);
        return name.length() >= 2
                && name.length() <= 8
                && name.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF)
                && !hasNever(name)
                && !NOT_A_NAME.matcher(name).find()
                && !NO_UNITS.contains(name)
                && !isPerson(name)
                && !name.matches(
                        ".*(?:书记|省长|市长|县长|区长|州长|主任|局长|厅长|部长|院长|校长|主席|秘书长|常委|领导|同志|经费|工作|问题|方案|情况|手续|措施|建设|管理|服务|项目|资金|责任|制度|机制|活动|任务|意见)");
    }

    private static final Pattern FIRM = Pattern.compile(
            ".*(?:局|厅|委|部|署|办|院|委员会|办公室|办公厅|政府|党委|党组|集团|公司|银行|海关|总队|支队|大队|中心|管委会|办事处|联合会|工会|妇联|残联|工商联|科协|团委|指挥部|领导小组|专班|处|科|司|部门|单位|联社|学院|大学|学校|分行|支行|法院|检察院|协会|学会|商会|文联|社科联|台|报社|街道|乡镇|军分区|武装部|红十字会|研究院|研究所|党校|组|馆|社|室|团|队|(?:派出|研究|事务|监督|检测|交易|监测|工商|税务|看守|管理|服务|财政|司法|国土|供电)所|站|总部|军区|台办|侨办|公署|公安机关|机关|银保监|人行|监委|纪委|巡察办|工委|车务段|工务段|电务段|供电段|养护段|水文局|政法委|编办|基地|兵团|电视台|信用联社|(?:证监|银保监|银监|保监|贸促|理事|基金|总|联席|促进|友好协|红十字|老促|研究|计生协|台联|侨|欧美同学|宋庆龄基金)会)$");

    private static boolean endsFirmly(String name) {
        return FIRM.matcher(name).matches();
    }

    /** 各地区, 国务院相关部门, 领导小组成员单位: many units under one name. */
    static boolean isCollective(String plain) {
        String name = plain.strip();
        if (MANY.matcher(name).matches()) {
            return true;
        }
        Matcher many = COLLECTIVE.matcher(name);
        if (!many.matches()) {
            return false;
        }
        String noun = bare(many.group("noun"));
        return noun.isEmpty()
                ? name.endsWith("各级")
                : hasEnding(noun) || noun.equals("地") || AREAS.matcher(name).find();
    }

    private static final Pattern TITLED = Pattern.compile(
            "^.{0,12}(?:(?:常务)?副?(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主任|书记|秘书长|局长|厅长|部长|司长|处长|主席|校长|院长|经理|董事长|会长|专员|总师|总工程师)[\\u4e00-\\u9fa5]{2,3}|.{2,4}同志)$");

    static boolean isPerson(String plain) {
        String name = bare(plain);
        if (TITLED.matcher(name).matches()) {
            return true;
        }
        return name.length() <= 5 && PERSON.matcher(name).matches() && !hasEnding(name) && !SHORT.contains(name);
    }

    /** True when "and others" stands behind the name: 财政部等有关部门. */
    static boolean isOpen(String plain) {
        Matcher others = AND_OTHERS.matcher(plain);
        return others.find() && others.start() > 0;
    }

    /** Where the name ends before "and others"; its whole length when there is nothing of the kind. */
    static int endBeforeOthers(String plain) {
        Matcher others = AND_OTHERS.matcher(plain);
        return others.find() && others.start() > 1 && isUnit(plain.substring(0, others.start()))
                ? others.start()
                : plain.length();
    }

    /** Cuts a piece without 、 and ， at "and": 国务院相关部门及各地区. Both sides must be names of their own: 文化和旅游局 stays whole. */
    static List<Span> parts(String plain) {
        List<Span> parts = new ArrayList<>();
        int from = 0;
        Matcher joint = JOINT.matcher(plain);
        while (joint.find()) {
            if (joint.start() <= from || isInsideBrackets(plain, joint.start())) {
                continue;
            }
            String left = plain.substring(from, joint.start()).strip();
            String right = plain.substring(joint.end()).strip();
            if (isWholeName(left) && beginsName(right)) {
                parts.add(new Span(from, joint.start()));
                from = joint.end();
            }
        }
        parts.add(new Span(from, plain.length()));
        return parts.stream().flatMap(part -> unglued(plain, part).stream()).toList();
    }

    /** 县经信局县财政局: two lines of a cell that lost what stood between them. */
    private static List<Span> unglued(String plain, Span part) {
        List<Span> names = new ArrayList<>();
        int from = part.start();
        for (int at = from + 3; at < part.end() - 2; at++) {
            boolean isSeam = plain.charAt(at) == plain.charAt(from)
                    && "省市县区州盟旗".indexOf(plain.charAt(at)) >= 0
                    && "局委办厅部会行院中心".indexOf(plain.charAt(at - 1)) >= 0
                    && "场政域级民直".indexOf(plain.charAt(at + 1)) < 0;
            if (isSeam && isCertainUnit(plain.substring(from, at)) && isCertainUnit(plain.substring(at, part.end()))) {
                names.add(new Span(from, at));
                from = at;
            }
        }
        names.add(new Span(from, part.end()));
        return names;
    }

    private static boolean isWholeName(String left) {
        String name = left.replaceFirst("等$", "");
        return BARE_AREA.matcher(name).matches()
                || (isCertainUnit(name) || SHORT.contains(name))
                        && !name.equals("各有关")
                        && !name.matches(".*[市省县区](?:城|公)?$");
    }

    private static boolean beginsName(String right) {
        String first = JOINT.split(right)[0].strip();
        return (isUnit(right) || isUnit(first))
                && !GENERIC.contains(first)
                && !GENERIC.contains(right)
                && !right.startsWith("单位");
    }

    private static boolean isInsideBrackets(String plain, int at) {
        int depth = 0;
        for (int i = 0; i < at; i++) {
            char c = plain.charAt(i);
            depth += c == '（' || c == '〔' || c == '【' ? 1 : c == '）' || c == '〕' || c == '】' ? -1 : 0;
        }
        return depth > 0;
    }

    /** True when 、 between these two does not separate: 各区、县级市 is one name for many. */
    static boolean belongsTogether(String before, String after) {
        String first = before.strip();
        String second = after.strip();
        if (!UNFINISHED_AREAS.matcher(first).matches()) {
            return false;
        }
        // 各省、自治区、直辖市水利厅: the last part says what they all are.
        return BARE_AREA.matcher(second).matches()
                || second.matches("(?:自治区|直辖市|计划单列市|县级|县（).*") && isUnit(second)
                || first.endsWith("市") && second.matches("县.+") && isCertainUnit(second) && second.length() <= 8;
    }

    private static String bare(String plain) {
        String name = NOTE.matcher(plain.strip()).replaceAll("");
        Matcher others = AND_OTHERS.matcher(name);
        return others.find() && others.start() > 1 ? name.substring(0, others.start()) : name;
    }

    private static boolean hasNever(String name) {
        return NEVER.stream().anyMatch(name::contains);
    }

    private static boolean hasEnding(String name) {
        int length = name.length();
        for (int tail = Math.min(6, length); tail >= 1; tail--) {
            String end = name.substring(length - tail);
            if (ENDINGS.contains(end) || tail < length && SHORT.contains(end)) {
                return true;
            }
        }
        return AREAS.matcher(name).lookingAt();
    }
}
