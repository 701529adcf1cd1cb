using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gateway;

/// <summary>
/// Sends metrics and traces to an OpenTelemetry collector if one is configured. If not, nothing of
/// OpenTelemetry is in the process.
/// </summary>
internal static class TelemetrySetup
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Tells of the whole process, whatever runs in it; so it goes to a collector, which takes a
    /// resource for a process, and not into <c>/metrics</c>, which is this host's alone.
    /// </summary>
    private const string Runtime = "System.Runtime";

    private const string Requests = "Microsoft.AspNetCore";
    private const string OutgoingCalls = "System.Net.Http";

    public static void AddTelemetryExport(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<OtlpOptions>().BindConfiguration(OtlpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OtlpOptions>, OtlpOptions.Validator>();
        var options = new OtlpOptions();
        builder.Configuration.Bind(OtlpOptions.Section, options);
        if (IsWanted(options, builder.Configuration))
        {
            services
                .AddOpenTelemetry()
                // What the variables of OpenTelemetry say comes later, and counts.
                .ConfigureResource(resource =>
                    resource.AddService("gateway").AddEnvironmentVariableDetector()
                )
                .WithMetrics(metrics => SendMetrics(metrics, options))
                .WithTracing(traces => SendTraces(traces, options));
            services.ConfigureOpenTelemetryMeterProvider(KeepToThisHost);
        }
    }

    // Settings that are refused stop the start, in words of their own.
    private static bool IsWanted(OtlpOptions options, IConfiguration configuration) =>
        new OtlpOptions.Validator().Validate(null, options).Succeeded
        && (options.Endpoint.Length > 0 || configuration[EndpointVariable] is { Length: > 0 });

    private static void SendMetrics(MeterProviderBuilder metrics, OtlpOptions options) =>
        metrics
            .AddMeter([.. MetricsSetup.HostMeters, Runtime])
            .AddOtlpExporter(exporter => Aim(exporter, options, "v1/metrics"));

    private static void SendTraces(TracerProviderBuilder traces, OtlpOptions options) =>
        traces
            .AddSource(Requests, OutgoingCalls)
            .AddProcessor(services => new HostActivities(
                services.GetRequiredService<ActivitySource>()
            ))
            .AddOtlpExporter(exporter => Aim(exporter, options, "v1/traces"));

    // AddMeter knows meters by name only, and another host of this process has the same ones.
    private static void KeepToThisHost(IServiceProvider services, MeterProviderBuilder metrics)
    {
        var scope = services.GetRequiredService<IMeterFactory>();
        metrics.AddView(instrument =>
            instrument.Meter.Name == Runtime || MetricsSetup.IsOf(scope, instrument.Meter)
                ? null
                : MetricStreamConfiguration.Drop
        );
    }

    private static void Aim(OtlpExporterOptions exporter, OtlpOptions options, string path)
    {
        if (options.Endpoint.Length == 0)
        {
            return;
        }
        var isHttp = options.Protocol == OtlpOptions.HttpProtobuf;
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        // An address that is set here gets no path from the exporter.
        exporter.Endpoint = isHttp
            ? new Uri($"{options.Endpoint.TrimEnd('/')}/{path}")
            : new Uri(options.Endpoint);
    }
}
