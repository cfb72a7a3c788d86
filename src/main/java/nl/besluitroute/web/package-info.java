/**
 * The pages: sign-in, agenda, task, vision and errors, and what guards them (sign-in, CSRF, headers,
 * size of input). Server-rendered with Thymeleaf from view records ({@code ...Pagina}); a view
 * record holds what is to be shown, in words, and knows nothing of the domain. View records are
 * public so that the expressions of templates are compiled; still no other module calls this one.
 */
package nl.besluitroute.web;
