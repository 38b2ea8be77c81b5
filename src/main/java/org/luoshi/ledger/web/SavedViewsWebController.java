package org.luoshi.ledger.web;

import java.util.UUID;
import org.luoshi.ledger.views.SavedViews;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Keeps the list as it is shown under a name, for oneself or for everybody. */
@Controller
@RequestMapping("/ledger/views")
class SavedViewsWebController {

    private final SavedViews saved;

    SavedViewsWebController(SavedViews saved) {
        this.saved = saved;
    }

    @PostMapping
    View save(
            ListForm form,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @CurrentActor Actor actor) {
        saved.save(name, form.query(), shared, actor);
        return new RedirectView(form.with("", null));
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable UUID id, @CurrentActor Actor actor) {
        saved.remove(id, actor);
        return new RedirectView("/ledger");
    }
}
