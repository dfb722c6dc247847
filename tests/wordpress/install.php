<?php
// Run by site.mjs in the docroot of a throw-away WordPress: installs it, unpacks and activates the plugin as the
// administration does, writes posts, and prints their addresses. Arguments: the site's address and the zip file.
[ , $address, $zip ] = $argv;
$_SERVER['HTTP_HOST']       = wp_host( $address );
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define( 'WP_INSTALLING', true );
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

function wp_host( $address ) {
	return parse_url( $address, PHP_URL_HOST ) . ':' . parse_url( $address, PHP_URL_PORT );
}

function need( $outcome, $what ) {
	if ( false === $outcome || null === $outcome || is_wp_error( $outcome ) ) {
		fwrite( STDERR, "$what: " . ( is_wp_error( $outcome ) ? $outcome->get_error_message() : 'failed' ) . "\n" );
		exit( 1 );
	}
	return $outcome;
}

wp_install( 'A throw-away site', 'admin', 'admin@example.com', false, '', 'throw-away' );
update_option( 'show_avatars', 0 );
wp_set_current_user( 1 );

need( WP_Filesystem(), 'file system' );
need( unzip_file( $zip, WP_PLUGIN_DIR ), 'unpacking' );
$activated = activate_plugin( 'maturity-radar/maturity-radar.php' );
if ( is_wp_error( $activated ) ) {
	need( $activated, 'activating' );
}

$hostile = '"><script>window.__hacked=1</script>';
$evil    = wp_json_encode( array( 'survey' => $hostile, 'lang' => $hostile, 'theme' => $hostile, 'headingLevel' => $hostile, 'className' => $hostile ), JSON_HEX_TAG | JSON_HEX_QUOT );
$bad     = "lang='$hostile' theme='$hostile' storage='$hostile' history='$hostile' heading-level='$hostile' onclick='alert(1)' class='x'";
$posts   = array(
	'shortcode'       => '[maturity-radar theme="light" storage="session" lang="en" heading-level="2" share-scores]',
	'block'           => '<!-- wp:maturity-radar/assessment {"theme":"dark","storage":"none"} /-->',
	'hostile'         => "[maturity-radar survey='$hostile'] [maturity-radar $bad]",
	'hostile-block'   => "<!-- wp:maturity-radar/assessment $evil /-->",
	'elsewhere'       => '[maturity-radar survey="https://survey.example/s.json"] [maturity-radar survey="//survey.example/s.json"] [maturity-radar survey="javascript:alert(1)"]',
	'own-survey'      => '[maturity-radar survey="/wp-content/plugins/maturity-radar/assets/' . Maturity_Radar\VERSION . '/surveys/three-roles.en.json"]',
	'twice'           => '[maturity-radar storage="none"] [maturity-radar storage="none"]',
	'without'         => '<p>Nothing of it here.</p>',
);
$made = array();
foreach ( $posts as $name => $content ) {
	$id            = need( wp_insert_post( wp_slash( array( 'post_title' => $name, 'post_content' => $content, 'post_status' => 'publish', 'post_type' => 'page' ) ), true ), $name );
	$made[ $name ] = "$address/?page_id=$id";
}
echo wp_json_encode( array( 'posts' => $made, 'version' => get_bloginfo( 'version' ), 'active' => get_option( 'active_plugins' ) ) );
