package org.luoshi.branch.web;

import gg.jte.models.runtime.JteModel;
import java.util.function.Function;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Takes a form; what the rules refuse comes back as it was typed, with the reason, to be mended. */
final class Mending {

    private Mending() {}

    /**
     * Does what the form asks.
     *
     * @param step does it and says where to go then
     * @param again the page once more, with what was typed
     */
    static View take(
            MultiValueMap<String, String> form,
            Page page,
            Function<Typed, String> step,
            Function<Typed, JteModel> again) {
        Typed typed = Typed.of(form);
        try {
            return new RedirectView(step.apply(typed));
        } catch (BusinessException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN
                    || refusal.error().kind() == ErrorCode.Kind.NOT_FOUND) {
                throw refusal;
            }
            return Html.invalid(again.apply(typed.refused(page.reason(refusal))));
        }
    }
}
