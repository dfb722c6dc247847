<?php
/**
 * Plugin Name:       Maturity Radar
 * Description:       A self-assessment for leaders of B2B marketing, as a shortcode and as a block. Answers stay in the visitor's browser.
 * Version:           @VERSION@
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       maturity-radar
 *
 * The widget is in assets/; nothing is fetched from anywhere else. Its script is printed only on pages that use it.
 */

namespace Maturity_Radar;

defined( 'ABSPATH' ) || exit;

const VERSION = '@VERSION@';
const HANDLE  = 'maturity-radar';

add_action( 'init', __NAMESPACE__ . '\\register' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\as_module', 10, 3 );

/** The shortcode and the block; both print the same element. */
function register() {
	add_shortcode( 'maturity-radar', __NAMESPACE__ . '\\shortcode' );
	register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\\block' ) );
}

/**
 * [maturity-radar survey="" lang="" theme="" storage="" history="" heading-level="" share-scores]
 *
 * @param array|string $given The attributes as written.
 * @return string The element.
 */
function shortcode( $given ) {
	$given = (array) $given;
	// An attribute without a value comes as one without a name.
	if ( in_array( 'share-scores', array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY ), true ) ) {
		$given['share-scores'] = 'true';
	}
	return element( $given );
}

/**
 * @param array $given The block's attributes, as block.json lists them.
 * @return string The element, with the classes that the editor gives a block.
 */
function block( $given ) {
	$given['heading-level'] = isset( $given['headingLevel'] ) ? (string) $given['headingLevel'] : '';
	$given['share-scores']  = empty( $given['shareScores'] ) ? '' : 'true';
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), element( $given ) );
}

/**
 * The element with every attribute that holds one of its known values; others are left out.
 *
 * @param array $given Attributes by name.
 * @return string
 */
function element( array $given ) {
	$attributes = '';
	$survey     = isset( $given['survey'] ) ? trim( (string) $given['survey'] ) : '';
	if ( '' !== $survey ) {
		$survey = survey_address( $survey );
		if ( '' === $survey ) {
			return '<p class="maturity-radar-refused">' . esc_html__( 'This assessment is not shown, because the address of its survey is not on this site.', 'maturity-radar' ) . '</p>';
		}
		$attributes .= sprintf( ' survey="%s"', esc_url( $survey, array( 'http', 'https' ) ) );
	}
	$known = array(
		'lang'          => '/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/Di',
		'theme'         => '/^(auto|light|dark)$/D',
		'storage'       => '/^(device|session|none)$/D',
		'history'       => '/^(on|off)$/D',
		'heading-level' => '/^[1-6]$/D',
	);
	foreach ( $known as $name => $pattern ) {
		$value = isset( $given[ $name ] ) ? (string) $given[ $name ] : '';
		if ( preg_match( $pattern, $value ) ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	if ( isset( $given['share-scores'] ) && 'true' === (string) $given['share-scores'] ) {
		$attributes .= ' share-scores';
	}
	print_script();
	return sprintf(
		'<maturity-radar%s><noscript><p>%s</p></noscript></maturity-radar>',
		$attributes,
		esc_html__( 'This assessment runs in your browser and needs JavaScript.', 'maturity-radar' )
	);
}

/**
 * The address of a survey document: a full one, or one that begins with a slash. Visitors' browsers ask no other
 * site for it, unless the site says that they may, with the filter maturity_radar_survey_hosts.
 *
 * @param string $given The address as written.
 * @return string The address, or '' where it is refused.
 */
function survey_address( $given ) {
	$address = esc_url_raw( $given, array( 'http', 'https' ) );
	// What has to be mended to be an address is none.
	if ( $address !== $given || ! preg_match( '#^(https?://|/(?!/))#i', $address ) ) {
		return '';
	}
	$host  = wp_parse_url( $address, PHP_URL_HOST );
	$hosts = apply_filters( 'maturity_radar_survey_hosts', array( wp_parse_url( home_url(), PHP_URL_HOST ) ) );
	return null === $host || in_array( $host, (array) $hosts, true ) ? $address : '';
}

/** Has the script printed on this page, once. */
function print_script() {
	// A folder of its own for each version, so that no browser keeps a part of the one before.
	$src = plugins_url( 'assets/' . VERSION . '/maturity-radar.js', __FILE__ );
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( HANDLE, $src, array(), null );
	} else {
		wp_enqueue_script( HANDLE, $src, array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	}
}

/**
 * Before version 6.5 WordPress knew no modules: the tag is written as one.
 *
 * @param string $tag    The tag as WordPress writes it.
 * @param string $handle The script's name.
 * @param string $src    Its address.
 * @return string
 */
function as_module( $tag, $handle, $src ) {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript
	return sprintf( "<script type=\"module\" src=\"%s\" id=\"%s-js\"></script>\n", esc_url( $src ), esc_attr( $handle ) );
}
