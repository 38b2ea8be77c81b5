package org.luoshi.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.reporting.core.FieldKind;
import org.luoshi.reporting.core.FormRule;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Rhythm;
import org.luoshi.reporting.forms.DictionaryService;
import org.luoshi.reporting.forms.FormService;
import org.luoshi.reporting.forms.FormsQueries;
import org.luoshi.reporting.forms.NewField;
import org.luoshi.reporting.forms.NewRegime;
import org.luoshi.reporting.forms.RegimeApproval;
import org.luoshi.reporting.forms.RegimeService;

/** Forms and regimes for tests of how one comes to be, each with fields of its own. */
final class InventedForms {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static int made;

    private final DictionaryService dictionary;
    private final FormService forms;
    private final FormsQueries versions;
    private final RegimeService regimes;
    private final RegimeApproval approval;
    private final RegimeQueries queries;

    InventedForms(
            DictionaryService dictionary,
            FormService forms,
            FormsQueries versions,
            RegimeService regimes,
            RegimeApproval approval,
            RegimeQueries queries) {
        this.dictionary = dictionary;
        this.forms = forms;
        this.versions = versions;
        this.regimes = regimes;
        this.approval = approval;
        this.queries = queries;
    }

    /** An issued form with two numbers and a rule that names both. */
    record Form(UUID id, UUID people, UUID elderly, String peopleCode, String elderlyCode) {}

    static NewField field(String code, String name, int minutes) {
        return new NewField(
                code,
                name,
                FieldKind.WHOLE,
                "人",
                "",
                "演示依据",
                false,
                null,
                null,
                List.of(),
                BigDecimal.valueOf(minutes));
    }

    UUID anotherField(InventedOffice office, int minutes) {
        int number = ++made;
        return dictionary.add(field("extra" + number, "失联人数" + number, minutes), office.officer());
    }

    Form form(InventedOffice office, int minutes) {
        int number = ++made;
        UUID people = dictionary.add(field("people" + number, "安置人数" + number, minutes), office.officer());
        UUID elderly = dictionary.add(field("elderly" + number, "其中老人" + number, minutes), office.officer());
        UUID form = forms.create("安置日报" + number, office.officer());
        forms.save(
                form,
                1,
                List.of(new FormService.Choice(people, true), new FormService.Choice(elderly, false)),
                List.of(new FormRule("elderly" + number + " <= people" + number, "老人不能多于总数", true)),
                "",
                office.officer());
        forms.issue(form, office.officer());
        return new Form(form, people, elderly, "people" + number, "elderly" + number);
    }

    /** Issues the next version with these fields and without rules. */
    void nextVersion(UUID form, InventedOffice office, UUID... fields) {
        forms.next(form, office.officer());
        List<FormService.Choice> choices = Arrays.stream(fields)
                .map(field -> new FormService.Choice(field, true))
                .toList();
        int version = versions.draft(form).orElseThrow().version();
        forms.save(form, version, choices, List.of(), "", office.officer());
        forms.issue(form, office.officer());
    }

    /** Daily, due at 17:00; of all counties below these units. */
    static NewRegime counties(UUID form, LocalDate first, LocalDate last, UUID... below) {
        return new NewRegime(
                "演示安置日报",
                form,
                List.of(below),
                3,
                Rhythm.DAILY,
                first,
                last,
                LocalTime.of(17, 0),
                0,
                List.of("分管领导"),
                "演示依据",
                "演示用途",
                30);
    }

    Regime approved(NewRegime wanted, InventedOffice office) {
        Regime regime = regimes.draft(wanted, office.officer());
        approval.submit(regime.key(), office.officer());
        approval.approve(regime.key(), office.director());
        if (!queries.require(regime.key()).isApproved()) {
            approval.approve(regime.key(), office.officeLeader());
        }
        return queries.require(regime.key());
    }
}
