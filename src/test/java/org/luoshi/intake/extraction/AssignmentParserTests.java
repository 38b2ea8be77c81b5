package org.luoshi.intake.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.intake.reading.Paper;

/** Who does a task, in the words of brackets and labels. */
class AssignmentParserTests {

    private static final Dates DATES = new Dates(LocalDate.of(2026, 3, 2), null, LocalDate::plusDays);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            （市商务局牵头，市财政局配合）                             | 市商务局 | 市财政局
            （由市商务局牵头，会同市财政局、市水利局落实）             | 市商务局 | 市财政局、市水利局
            （市商务局牵头市财政局配合）                               | 市商务局 | 市财政局
            （市商务局会同市财政局负责）                               | 市商务局 | 市财政局
            （市商务局负责，市财政局、各县（市、区）政府按职责参与）   | 市商务局 | 市财政局、各县（市、区）政府
            （市商务局、市财政局按职责分工负责）                       | 市商务局、市财政局 |
            （牵头单位：市商务局；责任单位：市财政局、市水利局）       | 市商务局 | 市财政局、市水利局
            （责任单位：市商务局（牵头）、市财政局）                   | 市商务局 | 市财政局
            （市商务局*、市财政局，9月底前完成）                       | 市商务局 | 市财政局
            （市商务局等有关部门负责）                                 | 市商务局 |
            （国务院相关部门和单位及各地区负责）                       | 国务院相关部门和单位、各地区 |
            （市文化和旅游局、市人力资源和社会保障局负责）             | 市文化和旅游局、市人力资源和社会保障局 |
            (牵头单位:市商务局,配合单位:市财政局)                      | 市商务局 | 市财政局
            （各省、自治区、直辖市及新疆生产建设兵团负责）              | 各省、自治区、直辖市、新疆生产建设兵团 |
            （以上任务由市商务局牵头，市财政局配合）                   | 市商务局 | 市财政局
            （商务部、银保监会、贸促会和中国残联负责）                 | 商务部、银保监会、贸促会、中国残联 |
            【市商务局牵头，林草、农牧等部门参与】                     | 市商务局 | 林草、农牧
            （责任领导：张三；责任单位：市商务局；完成时限：年底前）   | 市商务局 |
            """)
    void aBracketNamesLeadAndSupport(String bracket, String lead, String support) {
        Assignment.Parts parts = only(bracket).parts(false);
        assertThat(String.join("、", parts.lead())).isEqualTo(lead);
        assertThat(String.join("、", parts.support())).isEqualTo(support == null ? "" : support);
    }

    @Test
    void guidingUnitsNeitherLeadNorSupport() {
        Assignment assignment = only("（各地区负责，教育部、财政部加强指导）");
        assertThat(assignment.parts(false).lead()).containsExactly("各地区");
        assertThat(assignment.parts(false).support()).isEmpty();
        assertThat(assignment.guide()).containsExactly("教育部", "财政部");
    }

    @Test
    void theFirstLeadsOnlyWhereThePaperSaysSo() {
        Assignment assignment = only("（市商务局、市财政局负责）");
        assertThat(assignment.parts(true).lead()).containsExactly("市商务局");
        assertThat(assignment.parts(true).support()).containsExactly("市财政局");
        assertThat(only("（各部门、各地区负责）").parts(true).lead()).containsExactly("各部门", "各地区");
    }

    @Test
    void aListThatIsOneNameForManyStaysOne() {
        assertThat(only("（配合单位：市教育局，各区、县级市）").support()).containsExactly("市教育局", "各区、县级市");
        assertThat(WrittenUnits.split("市教育局、各省、自治区、直辖市人民政府；市水利局")).containsExactly("市教育局", "各省、自治区、直辖市人民政府", "市水利局");
    }

    @ParameterizedTest
    @CsvSource({"（以下简称侵权假冒）", "（国发〔2017〕14号）", "（含高新区）", "（此件公开发布）", "（3分）", "（试行）", "（仅销售预包装食品的企业负责）", "（2021—2023年）"})
    void otherBracketsAreLeftAlone(String bracket) {
        assertThat(marks("加强监管" + bracket + "。").values()).isEmpty();
    }

    @Test
    void nestedAndUnclosedBracketsAreRead() {
        assertThat(only("（责任单位：市水利局，各县（市、区）政府").responsible()).containsExactly("市水利局", "各县（市、区）政府");
        assertThat(only("市水利局负责）").parts(false).lead()).containsExactly("市水利局");
    }

    private static Assignment only(String bracket) {
        Map<Line, List<Mark>> marks = marks("做好工作。" + bracket);
        assertThat(marks).as(bracket).hasSize(1);
        return marks.values().iterator().next().get(0).assignment();
    }

    private static Map<Line, List<Mark>> marks(String text) {
        Paper paper = new Paper(text, List.of(new Paper.Paragraph(0, text.length())));
        return new MarkFinder(new AssignmentParser(DATES)).in(List.of(Line.of(paper, 0, text.length(), false)));
    }
}
