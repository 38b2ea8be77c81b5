package org.luoshi.access.web;

import jakarta.servlet.DispatcherType;
import org.luoshi.access.core.AccessSettings;
import org.luoshi.access.core.SignIns;
import org.luoshi.access.core.Standings;
import org.luoshi.access.core.TokenUses;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets through the door: programs by token under {@code /api}, people by a session everywhere else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self';"
            + " script-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain doorForPrograms(
            HttpSecurity http, TokenUses tokens, SignIns signIns, Standings standings, ApiRefusals refusals) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(TokenFilter::hasToken))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .headers(SecurityConfiguration::strict)
                .addFilterAfter(new TokenFilter(tokens, signIns, refusals), CsrfFilter.class)
                .addFilterBefore(new StandingFilter(standings), AuthorizationFilter.class)
                .exceptionHandling(answers -> answers.authenticationEntryPoint((request, response, e) ->
                                refusals.tell(HttpStatus.UNAUTHORIZED, "access.api-sign-in", request, response))
                        .accessDeniedHandler((request, response, e) ->
                                refusals.tell(HttpStatus.FORBIDDEN, "access.api-form-token", request, response)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doorForPeople(HttpSecurity http, Standings standings, SignInAnswers answers) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/sign-in", "/set-up/**", "/assets/**", "/error", "/health", "/favicon.ico")
                        .permitAll()
                        // A calendar program cannot sign in; the word in the address is the key.
                        .requestMatchers(HttpMethod.GET, "/calendar/*.ics")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/calendar/*.ics")
                        .permitAll()
                        // A village without account reports here; the word in the address is the key.
                        .requestMatchers(HttpMethod.GET, "/report/*", "/report/*/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/report/*", "/report/*/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/report/*/*")
                        .permitAll()
                        // A unit without account answers here on one item; the word in the address is the key.
                        .requestMatchers(HttpMethod.GET, "/ledger/guest/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/ledger/guest/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/ledger/guest/*/*")
                        .permitAll()
                        // Another installation hands in a package; its signature is the key.
                        .requestMatchers(HttpMethod.POST, "/exchange/packages")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/exchange/packages"))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(answers::signedIn)
                        .failureHandler(answers::wrong))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .requestCache(cache -> cache.disable())
                .headers(SecurityConfiguration::strict)
                .addFilterBefore(new StandingFilter(standings), AuthorizationFilter.class)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(answers::signInFirst).accessDeniedHandler(answers::refused))
                .build();
    }

    /** The same origin for all, nothing inline, no frames; with https the browser stays on https. */
    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
