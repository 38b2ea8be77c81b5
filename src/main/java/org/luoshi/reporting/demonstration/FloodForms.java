package org.luoshi.reporting.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.luoshi.reporting.core.FieldKind;
import org.luoshi.reporting.core.FormRule;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Rhythm;
import org.luoshi.reporting.forms.DictionaryService;
import org.luoshi.reporting.forms.FormService;
import org.luoshi.reporting.forms.NewField;
import org.luoshi.reporting.forms.NewRegime;
import org.luoshi.reporting.forms.RegimeApproval;
import org.luoshi.reporting.forms.RegimeService;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The dictionary, the two forms and the two regimes, brought through the gate by the people of the office. */
@Component
class FloodForms {

    private static final String BASIS = "云泽省防汛预案（演示）第六条";
    private static final String PURPOSE = "供省防汛会商和调配救灾物资使用，不作他用";
    private static final List<String> RECIPIENTS = List.of("省防汛会商组（演示）", "综合司值班室");
    private static final List<String> GRADES = List.of("一般", "较重", "严重");

    private final FloodPeople people;
    private final DictionaryService dictionary;
    private final FormService forms;
    private final RegimeService regimes;
    private final RegimeApproval approval;
    private final RegimeQueries queries;

    FloodForms(
            FloodPeople people,
            DictionaryService dictionary,
            FormService forms,
            RegimeService regimes,
            RegimeApproval approval,
            RegimeQueries queries) {
        this.people = people;
        this.dictionary = dictionary;
        this.forms = forms;
        this.regimes = regimes;
        this.approval = approval;
        this.queries = queries;
    }

    UUID floodForm() {
        UUID area = number("flooded_area", "受淹面积", FieldKind.DECIMAL, "公顷", "当日最大受淹面积，含农田和村庄");
        UUID moved = number("people_moved", "转移人口", FieldKind.WHOLE, "人", "报送时仍在外安置的人数");
        UUID sheltered = number("people_sheltered", "集中安置人口", FieldKind.WHOLE, "人", "住在安置点的人数");
        UUID kin = number("people_with_kin", "投亲靠友人口", FieldKind.WHOLE, "人", "自行投靠亲友的人数");
        UUID damaged = number("houses_damaged", "受损房屋", FieldKind.WHOLE, "间", "含倒塌");
        UUID lost = number("houses_lost", "倒塌房屋", FieldKind.WHOLE, "间", "受损房屋中倒塌的");
        UUID roads = number("roads_cut", "中断道路", FieldKind.WHOLE, "处", "报送时尚未抢通的");
        UUID grade = add("flood_grade", "险情程度", FieldKind.CHOICE, "", "", false, GRADES);
        UUID measures = add("flood_measures", "主要措施", FieldKind.TEXT, "", "一两句话", false, List.of());
        UUID onDuty = add("flood_on_duty", "带班负责人", FieldKind.TEXT, "", "姓名，汛期结束后删除", true, List.of());
        return issued(
                "汛情日报表",
                List.of(
                        asked(area, true),
                        asked(moved, true),
                        asked(sheltered, true),
                        asked(kin, true),
                        asked(damaged, true),
                        asked(lost, false),
                        asked(roads, true),
                        asked(grade, false),
                        asked(measures, false),
                        asked(onDuty, false)),
                List.of(
                        new FormRule("people_moved = people_sheltered + people_with_kin", "转移人口应等于集中安置与投亲靠友之和", true),
                        new FormRule("houses_lost <= houses_damaged", "倒塌房屋不能多于受损房屋", true),
                        new FormRule("people_moved <= before(people_moved) + 150", "转移人口比昨天增加超过150人，请再核对", false)));
    }

    UUID patrolForm() {
        UUID checked = number("places_checked", "排查点位", FieldKind.WHOLE, "处", "当日实地看过的");
        UUID hazards = number("hazards_found", "发现隐患", FieldKind.WHOLE, "处", "");
        UUID mended = number("hazards_mended", "整改隐患", FieldKind.WHOLE, "处", "发现的隐患中当日整改的");
        UUID who = add("patrol_leader", "带队负责人", FieldKind.TEXT, "", "姓名，排查结束后删除", true, List.of());
        return issued(
                "汛前排查日报表",
                List.of(asked(checked, true), asked(hazards, true), asked(mended, true), asked(who, false)),
                List.of(new FormRule("hazards_mended <= hazards_found", "整改数不能多于隐患数", true)));
    }

    /** All towns or all counties of the invented province, daily. */
    Regime draft(String title, UUID form, int level, LocalDate first, LocalDate last, LocalTime cutOff, int graceDays) {
        return regimes.draft(
                new NewRegime(
                        title,
                        form,
                        List.of(people.unit("90").id()),
                        level,
                        Rhythm.DAILY,
                        first,
                        last,
                        cutOff,
                        0,
                        RECIPIENTS,
                        BASIS,
                        PURPOSE,
                        graceDays),
                officer());
    }

    void submit(Regime regime) {
        approval.submit(regime.key(), officer());
    }

    void approve(Regime regime) {
        approval.approve(regime.key(), people.director());
        if (!queries.require(regime.key()).isApproved()) {
            approval.approve(regime.key(), people.officeLeader());
        }
    }

    private UUID issued(String name, List<FormService.Choice> fields, List<FormRule> rules) {
        UUID form = forms.create(name, officer());
        forms.save(form, 1, fields, rules, "", officer());
        forms.issue(form, officer());
        return form;
    }

    private static FormService.Choice asked(UUID field, boolean required) {
        return new FormService.Choice(field, required);
    }

    private UUID number(String code, String name, FieldKind kind, String measure, String definition) {
        return add(code, name, kind, measure, definition, false, List.of());
    }

    private UUID add(
            String code,
            String name,
            FieldKind kind,
            String measure,
            String definition,
            boolean personal,
            List<String> choices) {
        return dictionary.add(
                new NewField(
                        code,
                        name,
                        kind,
                        measure,
                        definition,
                        BASIS,
                        personal,
                        kind.isNumber() ? BigDecimal.ZERO : null,
                        null,
                        choices,
                        BigDecimal.ONE),
                officer());
    }

    private Actor officer() {
        return people.officers().get(0);
    }
}
