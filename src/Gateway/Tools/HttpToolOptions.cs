using System.Net;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Tools:Http</c>: what the model may fetch. Nothing by default.</summary>
internal sealed class HttpToolOptions
{
    public const string Section = "Tools:Http";

    /// <summary>
    /// Hosts that may be fetched from, such as <c>example.com</c> (ports 80 and 443) or
    /// <c>example.com:8080</c>. None by default: then the tool is not offered.
    /// </summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>
    /// Networks in CIDR form, such as <c>10.1.0.0/16</c>, that allowed hosts may be in although
    /// they are private, local or reserved. None by default.
    /// </summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Most bytes of an answer that are read, 1 KB to 1 MB. Default 64 KB.</summary>
    public int MaxBytes { get; set; } = 64 * 1024;

    /// <summary>Time for a page with all its redirects in seconds, 1 to 60. Default 10.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    internal sealed class Validator : IValidateOptions<HttpToolOptions>
    {
        public ValidateOptionsResult Validate(string? name, HttpToolOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            foreach (
                var host in options.AllowedHosts.Where(host => !AllowedHost.TryParse(host, out _))
            )
            {
                failures.Refuse(
                    Key(nameof(AllowedHosts)),
                    host,
                    "the name or address of a host, with a port if wanted, such as example.com:8080"
                );
            }
            foreach (
                var network in options.AllowedNetworks.Where(n => !IPNetwork.TryParse(n, out _))
            )
            {
                failures.Refuse(
                    Key(nameof(AllowedNetworks)),
                    network,
                    "a network in CIDR form, such as 10.1.0.0/16"
                );
            }
            failures.RequireRange(Key(nameof(MaxBytes)), options.MaxBytes, 1024, 1024 * 1024);
            failures.RequireRange(Key(nameof(TimeoutSeconds)), options.TimeoutSeconds, 1, 60);
            return failures.Build();
        }

        private static string Key(string property) => $"{Section}:{property}";
    }
}
