using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Registers who may call, and maps <c>POST /auth/login</c>. An endpoint that asks for no scope is
/// open to every caller that is known, and to nobody else.
/// </summary>
internal static partial class AuthSetup
{
    private const string AnyScheme = "Any";
    private const int MaxLoginBytes = 4096;

    public static void AddAuth(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AuthOptions>()
            .BindConfiguration(AuthOptions.Section)
            .PostConfigure<IHostEnvironment>(
                static (options, environment) =>
                    options.KeysPath = environment.PathOf(options.KeysPath)
            )
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuthOptions>, AuthOptionsValidator>();
        services.AddSingleton<Grants>();
        // Registered, the framework puts its middleware into the pipeline whether used or not.
        if (configuration.GetValue($"{AuthOptions.Section}:{nameof(AuthOptions.Enabled)}", true))
        {
            services.AddSingleton<ApiKeys>();
            services.AddSingleton<Passwords>();
            services.AddSingleton<Tokens>();
            services.AddSingleton<LoginHandler>();
            AddSchemes(services);
            AddPolicies(services);
        }
    }

    public static void UseAuth(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<AuthOptions>>().Value;
        if (!options.Enabled)
        {
            return;
        }
        if (options.Users.Count + options.ApiKeys.Count == 0)
        {
            LogNobody(app.Logger);
        }
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPost(
                "/auth/login",
                static (HttpContext context, LoginHandler logins) => logins.HandleAsync(context)
            )
            .WithMetadata(new RequestSizeLimitAttribute(MaxLoginBytes))
            .AllowAnonymous()
            .DescribeBody<LoginRequest>()
            .Produces<LoginReply>()
            .WithSummary("A token for a user and password")
            .DescribeErrors(401);
    }

    // AddAuthentication would also add the hosted service that puts keys into the home directory of
    // whoever runs the gateway, for all his programs.
    private static void AddSchemes(IServiceCollection services)
    {
        services.AddAuthenticationCore(options => options.DefaultScheme = AnyScheme);
        services.AddWebEncoders();
        services.AddSingleton(CreateProtection);
        new AuthenticationBuilder(services)
            .AddPolicyScheme(
                AnyScheme,
                displayName: null,
                options =>
                    options.ForwardDefaultSelector = static context =>
                        ApiKeyHandler.Shown(context.Request) is null
                            ? BearerTokenDefaults.AuthenticationScheme
                            : ApiKeyHandler.Scheme
            )
            .AddBearerToken()
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null);
        services
            .AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme)
            .PostConfigure<Grants>(
                static (options, grants) =>
                    options.BearerTokenProtector = new CurrentTickets(
                        options.BearerTokenProtector,
                        grants
                    )
            );
    }

    private static void AddPolicies(IServiceCollection services)
    {
        var policies = services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var scope in Scopes.All)
        {
            policies.AddPolicy(scope, policy => policy.RequireClaim(Scopes.ClaimType, scope));
        }
    }

    private static IDataProtectionProvider CreateProtection(IServiceProvider services)
    {
        var path = services.GetRequiredService<IOptions<AuthOptions>>().Value.KeysPath;
        return path is ""
            ? new EphemeralDataProtectionProvider()
            : DataProtectionProvider.Create(new DirectoryInfo(path));
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Nobody may call: Auth:Enabled is true, and there is nobody in Auth:Users or Auth:ApiKeys."
    )]
    private static partial void LogNobody(ILogger log);
}
