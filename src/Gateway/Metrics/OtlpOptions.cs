using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Section <c>Telemetry:Otlp</c>: where metrics and traces are sent. The variables of OpenTelemetry
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin) are heeded as well; what is set here comes first.
/// </summary>
internal sealed class OtlpOptions
{
    public const string Section = "Telemetry:Otlp";

    public const string Grpc = "grpc";

    public const string HttpProtobuf = "http/protobuf";

    /// <summary>Base address of the collector, absolute, http or https. Default none: nothing is sent.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>How <see cref="Endpoint"/> is spoken to: <c>grpc</c> (default) or <c>http/protobuf</c>.</summary>
    public string Protocol { get; set; } = Grpc;

    internal sealed class Validator : IValidateOptions<OtlpOptions>
    {
        public ValidateOptionsResult Validate(string? name, OtlpOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            if (options.Endpoint.Length > 0 && !IsPlainHttp(options.Endpoint))
            {
                failures.Refuse(
                    $"{Section}:{nameof(Endpoint)}",
                    options.Endpoint.AsSpan().ContainsAny('@', '?')
                        ? "(hidden: it may hold a secret)"
                        : options.Endpoint,
                    "an absolute http or https address without user, query or fragment, "
                        + "such as http://127.0.0.1:4317, or nothing"
                );
            }
            if (options.Protocol is not (Grpc or HttpProtobuf))
            {
                failures.Refuse(
                    $"{Section}:{nameof(Protocol)}",
                    options.Protocol,
                    $"{Grpc} or {HttpProtobuf}"
                );
            }
            return failures.Build();
        }

        private static bool IsPlainHttp(string endpoint) =>
            Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length == 0;
    }
}
