using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>WebSockets</c>: how long sockets live, and who may open them.</summary>
internal sealed class SocketOptions
{
    public const string Section = "WebSockets";

    /// <summary>Any origin, in <see cref="AllowedOrigins"/>.</summary>
    public const string AnyOrigin = "*";

    /// <summary>Seconds between pings to a silent client, 1 to 600. Default 15.</summary>
    public int KeepAliveSeconds { get; set; } = 15;

    /// <summary>Seconds for its pong, after which it is taken for gone, 1 to 600. Default 20.</summary>
    public int KeepAliveTimeoutSeconds { get; set; } = 20;

    /// <summary>Seconds without a turn until the gateway closes, 1 to 86,400. Default 300.</summary>
    public int IdleSeconds { get; set; } = 300;

    /// <summary>Seconds that a client has to answer a close, 1 to 60. Default 5.</summary>
    public int CloseSeconds { get; set; } = 5;

    /// <summary>Largest message in bytes, 1 KB to 10 MB. Default 64 KB.</summary>
    public int MaxMessageBytes { get; set; } = 64 * 1024;

    /// <summary>
    /// Origins whose pages may open a socket, such as <c>https://chat.example.com</c>, beside those of
    /// the gateway's own host; <c>*</c> for any. Clients that are no browsers send none. Default none.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    internal sealed class Validator : IValidateOptions<SocketOptions>
    {
        public ValidateOptionsResult Validate(string? name, SocketOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            Check(nameof(KeepAliveSeconds), options.KeepAliveSeconds, 1, 600);
            Check(nameof(KeepAliveTimeoutSeconds), options.KeepAliveTimeoutSeconds, 1, 600);
            Check(nameof(IdleSeconds), options.IdleSeconds, 1, 86_400);
            Check(nameof(CloseSeconds), options.CloseSeconds, 1, 60);
            Check(nameof(MaxMessageBytes), options.MaxMessageBytes, 1024, 10 * 1024 * 1024);
            for (var i = 0; i < options.AllowedOrigins.Count; i++)
            {
                if (
                    options.AllowedOrigins[i] is not AnyOrigin
                    && !IsOrigin(options.AllowedOrigins[i])
                )
                {
                    failures.Refuse(
                        $"{Section}:{nameof(AllowedOrigins)}:{i}",
                        options.AllowedOrigins[i],
                        $"an origin such as https://chat.example.com, or {AnyOrigin}"
                    );
                }
            }
            return failures.Build();

            void Check(string setting, int value, int min, int max) =>
                failures.RequireRange($"{Section}:{setting}", value, min, max);
        }

        private static bool IsOrigin(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.GetLeftPart(UriPartial.Authority)
                .Equals(text, StringComparison.OrdinalIgnoreCase);
    }
}
