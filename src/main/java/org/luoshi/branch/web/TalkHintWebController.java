package org.luoshi.branch.web;

import java.util.UUID;
import org.luoshi.branch.core.TalkHints;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Puts a suggestion to talk aside. The suggestions themselves are the fragment {@code branch/talkHints}. */
@Controller
class TalkHintWebController {

    private final TalkHints hints;

    TalkHintWebController(TalkHints hints) {
        this.hints = hints;
    }

    @PostMapping("/branches/{id}/talk-hints/dismissals")
    View dismiss(
            @PathVariable UUID id,
            @RequestParam UUID person,
            @RequestParam TalkHints.Reason reason,
            @RequestParam(defaultValue = "") String since,
            @CurrentActor Actor actor) {
        hints.dismiss(id, person, reason, Spelled.day("from", since), actor);
        return new RedirectView("/branches/" + id + "/talks");
    }
}
