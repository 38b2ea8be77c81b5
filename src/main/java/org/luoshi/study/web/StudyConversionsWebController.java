package org.luoshi.study.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.study.core.StudyConversions;
import org.luoshi.study.core.StudyUnit;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What a day or half a day is worth: for everybody to see, for those who look after all branches to change. */
@Controller
@RequestMapping("/study/conversions")
class StudyConversionsWebController {

    private final StudyConversions conversions;
    private final Templates templates;

    StudyConversionsWebController(StudyConversions conversions, Templates templates) {
        this.conversions = conversions;
        this.templates = templates;
    }

    @GetMapping
    View units(Page page, @CurrentActor Actor actor) {
        Map<String, String> typed = new LinkedHashMap<>();
        conversions.all().forEach(unit -> typed.put(unit.key(), unit.hours().toPlainString()));
        return Html.of(templates.studyConversions(
                page, conversions.all(), typed, StudyConversions.mayChange(actor), Map.of()));
    }

    @PostMapping
    View change(@RequestParam Map<String, String> fields, Page page, @CurrentActor Actor actor) {
        try {
            for (StudyUnit unit : conversions.all()) {
                var hours = StudyTyped.amount(unit.key(), fields.getOrDefault(unit.key(), ""));
                if (hours.compareTo(unit.hours()) != 0) {
                    conversions.change(unit.key(), hours, actor);
                }
            }
            return new RedirectView("/study/conversions");
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.invalid(templates.studyConversions(
                    page,
                    conversions.all(),
                    fields,
                    StudyConversions.mayChange(actor),
                    StudyTyped.errors(page, refusal)));
        }
    }
}
