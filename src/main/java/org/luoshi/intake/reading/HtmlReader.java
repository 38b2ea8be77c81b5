package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** A saved page of a government site: its main content, with the title and the particulars that stand above it. */
final class HtmlReader {

    private static final String NOT_READ =
            "script,style,noscript,template,nav,iframe,object,svg,button,select,textarea,"
                    + "input,footer,[hidden],[aria-hidden=true],[style~=(?i)display\\s*:\\s*none],"
                    + ".share,.breadcrumb,.crumb,.position,.footer,.nav,.menu,.related,.bdsharebuttonbox";

    /** Containers that the usual publishing systems of government sites put the text of a paper in; the closest fit first. */
    private static final List<String> CONTAINERS = List.of(
            "#UCAP-CONTENT",
            ".pages_content",
            "#zoom",
            ".TRS_Editor",
            ".trs_editor_view",
            ".article-content",
            ".article_content",
            ".news_cont_d_wrap",
            "#Zoom",
            "#ContentRegion",
            "article",
            "main");

    private static final int FEWEST_CHARACTERS = 20;

    private static final Pattern PARTICULAR = Pattern.compile(
            "(?:索\\s*引\\s*号|发文字号|发文机关|发文机构|发布机构|制发机关|成文日期|发文日期|发布日期|生成日期|主题分类|公文种类|有效性|标\\s*题|名\\s*称|文\\s*号)\\s*[：:]?.*",
            Pattern.DOTALL);

    private HtmlReader() {}

    static Paper read(String source) {
        Document page = Jsoup.parse(source);
        page.select(NOT_READ).remove();
        PaperWriter paper = new PaperWriter();
        HtmlFlow flow = new HtmlFlow(paper::paragraph, paper::table);
        Element content = content(page);
        for (Element before : particulars(page, content)) {
            flow.read(before);
        }
        flow.read(content);
        return paper.finish();
    }

    private static Element content(Document page) {
        for (String container : CONTAINERS) {
            Element longest = page.select(container).stream()
                    .max(Comparator.comparingInt(element -> element.text().length()))
                    .orElse(null);
            if (longest != null && longest.text().length() >= FEWEST_CHARACTERS) {
                return longest;
            }
        }
        return densest(page.body());
    }

    /** The element that has most text of its own, without that of links; the whole page where none stands out. */
    private static Element densest(Element body) {
        Element best = body;
        int most = 0;
        int all = 0;
        for (Element element : body.getAllElements()) {
            int own = ownText(element);
            all += own;
            if (own > most) {
                most = own;
                best = element;
            }
        }
        return most * 2 > all ? best : body;
    }

    private static int ownText(Element element) {
        int length = element.textNodes().stream()
                .mapToInt(text -> text.text().strip().length())
                .sum();
        if (!element.normalName().equals("p") && !element.normalName().equals("span")) {
            for (Element paragraph : element.children()) {
                if (paragraph.normalName().matches("p|span|h[1-6]|table")) {
                    length += paragraph.text().length()
                            - paragraph.select("a").text().length();
                }
            }
            return length;
        }
        return 0;
    }

    private static List<Element> particulars(Document page, Element content) {
        List<Element> found = new ArrayList<>();
        Elements candidates = page.select("h1,table,li,p,dd,dt,div,span");
        for (Element candidate : candidates) {
            if (candidate == content || candidate.parents().contains(content)) {
                break;
            }
            boolean inside =
                    found.stream().anyMatch(taken -> candidate.parents().contains(taken));
            if (!inside && !content.parents().contains(candidate) && isParticular(candidate, content)) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static boolean isParticular(Element element, Element content) {
        return switch (element.normalName()) {
            case "h1" ->
                !element.text().isBlank()
                        && !content.text()
                                .replace(" ", "")
                                .startsWith(element.text().replace(" ", ""));
            case "table" ->
                element.select("table").size() == 1
                        && element.select("td,th").stream()
                                .anyMatch(cell ->
                                        PARTICULAR.matcher(cell.text().strip()).matches());
            default ->
                element.select("table,div,p,li,ul,dl").size() <= 1
                        && element.text().length() < 200
                        && element.childNodes().stream()
                                .anyMatch(child ->
                                        child instanceof TextNode text && !text.isBlank() || child instanceof Element)
                        && PARTICULAR.matcher(element.text().strip()).matches()
                        && element.text().matches(".*[：:].*");
        };
    }
}
